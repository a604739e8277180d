package io.cryptolambda.serving.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The accepted API tokens. How long a comparison takes does not tell how much of a token was right. */
final class ApiTokens {
    private final List<byte[]> hashes;

    ApiTokens(List<String> tokens) {
        this.hashes = tokens.stream().map(ApiTokens::hash).toList();
    }

    boolean required() {
        return !hashes.isEmpty();
    }

    /** The token's place in the list; negative if it is none of them. Every token is compared in full. */
    int find(String token) {
        byte[] hash = hash(token);
        int found = -1;
        for (int i = 0; i < hashes.size(); i++) {
            if (MessageDigest.isEqual(hashes.get(i), hash)) {
                found = i;
            }
        }
        return found;
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
