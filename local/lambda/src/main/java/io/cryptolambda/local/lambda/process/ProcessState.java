package io.cryptolambda.local.lambda.process;

/**
 * A supervised process as others see it.
 *
 * @param name its name
 * @param identity which process it is at the moment
 * @param port the port shown to people, 0 for none
 * @param health how to see that it works
 * @param restarts how often it was started again after it died
 */
public record ProcessState(String name, ProcessIdentity identity, int port, HealthProbe health, int restarts) {

    /** Whether it runs and answers, asked now. */
    public boolean healthy() {
        return identity.find().isPresent() && health.healthy();
    }
}
