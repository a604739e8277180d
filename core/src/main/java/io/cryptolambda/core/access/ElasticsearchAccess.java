package io.cryptolambda.core.access;

import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where Elasticsearch is, and as whom to ask it.
 *
 * @param address base address, such as {@code http://127.0.0.1:9200}
 * @param user name for basic authentication; empty for none
 * @param password secret
 */
public record ElasticsearchAccess(URI address, String user, String password) implements Serializable {

    /** One that answers everybody. */
    public static ElasticsearchAccess at(URI address) {
        return new ElasticsearchAccess(address, "", "");
    }

    /** The header {@code Authorization}; empty if there is no user. */
    public Optional<String> authorization() {
        if (user.isEmpty()) {
            return Optional.empty();
        }
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** A request to a path of it, such as {@code /_search}. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path));
        authorization().ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    /** The address alone, fit for logs and errors. */
    @Override
    public String toString() {
        return address.toString();
    }
}
