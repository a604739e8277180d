# The Flink job with the Flink that runs it: job manager and task manager of a session cluster (docker-compose.yml), or an
# application cluster (Kubernetes, by the Flink operator).
# Built from the jars of "mvn -Pimages package" with the project as context; see deploy/scripts/images.
FROM flink:1.20.5-scala_2.12-java17

# S3 for checkpoints. The metrics reporter for Prometheus is a plugin of the base image already.
RUN mkdir -p /opt/flink/plugins/s3-fs-presto \
  && cp /opt/flink/opt/flink-s3-fs-presto-1.20.5.jar /opt/flink/plugins/s3-fs-presto/ \
  && install --directory --owner flink --group flink /state

ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="crypto-lambda-flink" \
  org.opencontainers.image.description="Bars and indicators to Elasticsearch and Kafka" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.licenses="MIT"

COPY deploy/docker/healthy /usr/local/bin/healthy
COPY deploy/scripts/submit-flink-job /usr/local/bin/submit-flink-job
COPY speed-flink/target/speed-flink-job.jar /opt/flink/usrlib/speed-flink-job.jar

USER flink
ENV FLINK_LOG_DIR=/tmp/log
EXPOSE 6123 8081 9249
# Port 9249 is the metrics reporter's, which job manager and task manager both have.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["healthy", "9249", "/metrics"]
# Not the base image's entry point: it writes into the configuration, which is mounted read-only.
ENTRYPOINT []
CMD ["/opt/flink/bin/jobmanager.sh", "start-foreground"]
