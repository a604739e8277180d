# Streams: candles of the log to candles with features. Its state is in /state, a volume.
# Built from the jars of "mvn -Pimages package" with the project as context; see deploy/scripts/images.
FROM eclipse-temurin:17.0.16_8-jre-noble

RUN groupadd --gid 10001 lambda \
  && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin lambda \
  && install --directory --owner 10001 --group 10001 /state

ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="crypto-lambda-streams" \
  org.opencontainers.image.description="Rolling features of every candle, exactly once" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.licenses="MIT"

COPY deploy/docker/healthy /usr/local/bin/healthy
COPY speed-kstreams/target/lib/ /opt/lambda/lib/
COPY speed-kstreams/target/speed-kstreams-${VERSION}.jar /opt/lambda/streams.jar

USER 10001:10001
# The file system may be read-only; /tmp must be writable and executable (native libraries are unpacked there).
WORKDIR /tmp
ENV LAMBDA_HOST=0.0.0.0 \
  LAMBDA_STATE_DIR=/state
EXPOSE 9111
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["healthy", "9111", "/health/ready"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
  "-Dfile.encoding=UTF-8", "-cp", "/opt/lambda/streams.jar:/opt/lambda/lib/*", "io.cryptolambda.speed.kstreams.StreamsMain"]
