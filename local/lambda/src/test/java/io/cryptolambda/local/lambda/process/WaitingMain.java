package io.cryptolambda.local.lambda.process;

import java.util.concurrent.CountDownLatch;

/** Says its process id and waits until it is ended. */
final class WaitingMain {
    private WaitingMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(word(ProcessHandle.current().pid()));
        new CountDownLatch(1).await();
    }

    static String word(long pid) {
        return "waiting as " + pid;
    }
}
