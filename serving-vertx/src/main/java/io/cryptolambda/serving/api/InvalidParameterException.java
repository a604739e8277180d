package io.cryptolambda.serving.api;

import java.util.List;

/** A parameter of a request that is not accepted; the message says why. */
final class InvalidParameterException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient List<String> accepted;

    /**
     * @param parameter its name as in the request
     * @param accepted values, or forms of values, that would have been accepted
     */
    InvalidParameterException(String parameter, String message, List<String> accepted) {
        super(message);
        this.parameter = parameter;
        this.accepted = List.copyOf(accepted);
    }

    String parameter() {
        return parameter;
    }

    List<String> accepted() {
        return accepted;
    }
}
