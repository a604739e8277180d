package io.cryptolambda.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.batch.testing.TestServers;
import io.cryptolambda.core.access.S3Access;
import io.cryptolambda.core.testing.server.RoleCredentials;
import io.cryptolambda.core.testing.server.S3Server;
import java.io.OutputStream;
import java.net.URI;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;

class RoleIT {
    @Test
    void shouldReadAndWriteTheStoreByARoleWithoutAnyKeyInTheEnvironment() throws Exception {
        StoreLocation store = new StoreLocation("s3a://" + S3Server.BUCKET, S3Access.at(TestServers.s3()));
        Configuration hadoop = new Configuration();
        store.sparkSettings().forEach((name, value) -> hadoop.set(name.replace("spark.hadoop.", ""), value));
        Path file = new Path(store.root() + "/by-a-role");

        try (RoleCredentials role = RoleCredentials.ofS3Server()) {
            // Twice: what one file system closes must not be missing to the next.
            for (int time = 1; time <= 2; time++) {
                try (FileSystem files = FileSystem.newInstance(URI.create(store.root()), hadoop)) {
                    try (OutputStream out = files.create(file, true)) {
                        out.write(time);
                    }
                    assertThat(files.getFileStatus(file).getLen()).isEqualTo(1);
                }
            }
            assertThat(role.requests()).isPositive();
        }
    }
}
