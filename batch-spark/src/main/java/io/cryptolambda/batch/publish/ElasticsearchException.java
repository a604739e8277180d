package io.cryptolambda.batch.publish;

/** Elasticsearch refused a request, with its answer. */
public final class ElasticsearchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    ElasticsearchException(String request, int status, String answer) {
        super(request + " was refused with status " + status + ": " + answer);
        this.status = status;
    }

    /** The HTTP status. */
    int status() {
        return status;
    }
}
