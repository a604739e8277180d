# Exchange simulator, for replays. Its clock is in /state, a volume.
# Built from the jars of "mvn -Pimages package" with the project as context; see deploy/scripts/images.
FROM eclipse-temurin:17.0.16_8-jre-noble

RUN groupadd --gid 10001 lambda \
  && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin lambda \
  && install --directory --owner 10001 --group 10001 /state

ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.title="crypto-lambda-exchange" \
  org.opencontainers.image.description="Exchange simulator: recorded candles by Binance's protocol" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.licenses="MIT"

COPY deploy/docker/healthy /usr/local/bin/healthy
COPY local/exchange/target/lib/ /opt/lambda/lib/
COPY local/exchange/target/local-exchange-${VERSION}.jar /opt/lambda/exchange.jar

USER 10001:10001
# The file system may be read-only; /tmp must be writable and executable (native libraries are unpacked there).
WORKDIR /tmp
ENV LAMBDA_HOST=0.0.0.0 \
  LAMBDA_STATE_DIR=/state
EXPOSE 9080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 CMD ["healthy", "9080", "/simulator/status"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", \
  "-Dfile.encoding=UTF-8", "-cp", "/opt/lambda/exchange.jar:/opt/lambda/lib/*", "io.cryptolambda.local.exchange.ExchangeMain"]
