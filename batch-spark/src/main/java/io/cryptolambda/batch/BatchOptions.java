package io.cryptolambda.batch;

import io.cryptolambda.batch.store.StoreLocation;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.config.ElasticsearchOptions;
import io.cryptolambda.core.config.KafkaOptions;
import io.cryptolambda.core.config.S3Options;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every batch job. */
final class BatchOptions {
    @Mixin
    KafkaOptions kafka = new KafkaOptions();

    @Mixin
    ElasticsearchOptions elasticsearch = new ElasticsearchOptions();

    @Option(
            names = "--store",
            defaultValue = "s3a://crypto-lambda",
            description = "where master dataset and views lie: s3a://, hdfs:// or file:/// (default: ${DEFAULT-VALUE})")
    String store;

    @Mixin
    S3Options s3 = new S3Options();

    @Option(
            names = "--generation",
            defaultValue = "" + KnowledgePosition.FIRST_GENERATION,
            description = "generation of the raw topic; raised when it is made anew (default: ${DEFAULT-VALUE})")
    int generation;

    @Option(
            names = "--partitions",
            defaultValue = "0",
            description = "number of partitions of a shuffle; 0: one per core (default: ${DEFAULT-VALUE})")
    int partitions;

    @Mixin
    LeaseOptions lease;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** @throws ParameterException if an option is wrong in itself */
    void validate() {
        try {
            KnowledgePosition.of(generation, 0);
            storeLocation();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    StoreLocation storeLocation() {
        return new StoreLocation(store, s3.access());
    }

    int partitionsOrCores() {
        return partitions > 0 ? partitions : Runtime.getRuntime().availableProcessors();
    }
}
