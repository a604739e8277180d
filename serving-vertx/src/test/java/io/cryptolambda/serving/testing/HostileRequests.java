package io.cryptolambda.serving.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Makes requests that mean no good, the same from the same seed. Each asks for its connection to be closed. */
public final class HostileRequests {
    private static final List<String> PATHS = List.of(
            "/api/v1/candles",
            "/api/v1/indicators",
            "/api/v1/features",
            "/api/v1/latest",
            "/api/v1/symbols",
            "/api/v1/layers",
            "/api/v1/candles/history",
            "/api/v1/gaps",
            "/api/v1/runs",
            "/api/v1/stages",
            "/api/v1/dead-letters",
            "/api/v1/stream",
            "/api/v3/ping",
            "/api/v3/time",
            "/api/v3/klines",
            "/api/v3/uiKlines",
            "/api/v3/exchangeInfo",
            "/api/v3/ticker/24hr",
            "/udf/config",
            "/udf/time",
            "/udf/history",
            "/udf/symbols",
            "/udf/search",
            "/udf/marks",
            "/",
            "/docs",
            "/openapi.yaml",
            "/metrics",
            "/health/live",
            "/health/ready",
            "/ws",
            "/ws/btcusdt@kline_1m/%00",
            "/stream",
            "/stream?streams=btcusdt@kline_1m",
            "/js/main.js",
            "/api/v1/../../etc/passwd",
            "/js/..%2f..%2flogback.xml",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/api/v1/candles%00",
            "/api/v1//candles",
            "/_search",
            "/crypto-speed-1m-*/_search");
    private static final List<String> NAMES = List.of(
            "symbol",
            "interval",
            "from",
            "to",
            "limit",
            "layer",
            "fields",
            "cursor",
            "format",
            "sort",
            "order",
            "open_time",
            "startTime",
            "endTime",
            "timeZone",
            "symbols",
            "type",
            "resolution",
            "countback",
            "query",
            "q",
            "routing",
            "_source",
            "__proto__",
            "",
            "%00",
            "a[b]",
            "symbol[]");
    private static final List<String> VALUES = List.of(
            "BTCUSDT",
            "1m",
            "1h",
            "60",
            "5m",
            "merged",
            "1672531200000",
            "2023-01-01T00:00:00Z",
            "0",
            "-1",
            "1e309",
            "NaN",
            "99999999999999999999",
            "9223372036854775807",
            "4503599627370496",
            "2024-01-01",
            "2024-13-45T99:99:99Z",
            "%3Cscript%3Ealert(1)%3C/script%3E",
            "*",
            "BTCUSDT%20OR%20*:*",
            "%22%7D%2C%7B%22match_all%22%3A%7B%7D%7D",
            "%F0%9F%92%A9",
            "%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT",
            "%C3%28",
            "%ZZ",
            "%",
            "%00",
            "%0d%0aSet-Cookie:%20a=b",
            "../../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "%5B%22BTCUSDT%22%5D",
            "%5B1,2,%5B%5D%5D",
            "[[[[[[[[[[",
            "f0.",
            "b999999999999999.run",
            "open_time,open_time",
            "+08:00",
            "csv",
            "desc");
    private static final List<String> HEADERS = List.of(
            "Accept: */*",
            "Accept: text/csv",
            "Accept: \u0001",
            "Accept-Encoding: gzip, deflate, br, zstd, \u00ff",
            "If-None-Match: *",
            "If-None-Match: W/\"\"",
            "Origin: https://evil.example",
            "Origin: https://charts.example",
            "Authorization: Bearer",
            "Cookie: a=b; c",
            "Range: bytes=0-0,-1",
            "Last-Event-ID: ../..",
            "X-MBX-TIME-UNIT: FORTNIGHT",
            "X-Forwarded-For: 127.0.0.1",
            "Transfer-Encoding: chunked",
            "Content-Length: -5",
            "Content-Length: 99999999999",
            "Content-Length: 3",
            "Expect: 100-continue",
            "Upgrade: websocket",
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: a",
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 99\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Host: a\r\nHost: b");

    private final Random random;
    private String last = "";

    public HostileRequests(long seed) {
        this.random = new Random(seed);
    }

    /** The last request, for people. */
    public String describe() {
        return last.substring(0, Math.min(300, last.length()));
    }

    /** The next request. */
    public byte[] next() {
        last = switch (random.nextInt(25)) {
            case 0 -> noise();
            case 1 -> "GET " + one(PATHS) + "?symbol=" + "A".repeat(1_000 + random.nextInt(20_000)) + end();
            case 2 -> "GET " + one(PATHS) + " HTTP/1.1\r\nHost: x\r\nX-Long: " + "y".repeat(20_000) + "\r\n\r\n";
            case 3 ->
                one(List.of("POST ", "PUT ", "DELETE ", "PATCH ", "TRACE ", "OPTIONS ", "BREW ")) + target() + end();
            default -> one(List.of("GET ", "GET ", "GET ", "HEAD ")) + target() + end();
        };
        return last.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String target() {
        StringBuilder target = new StringBuilder(one(PATHS));
        int parameters = random.nextInt(6);
        for (int i = 0; i < parameters; i++) {
            target.append(target.indexOf("?") < 0 ? '?' : '&')
                    .append(one(NAMES))
                    .append('=')
                    .append(one(VALUES));
        }
        return target.toString();
    }

    private String end() {
        StringBuilder end = new StringBuilder(random.nextInt(20) == 0 ? " HTTP/1.0\r\n" : " HTTP/1.1\r\n")
                .append(random.nextInt(20) == 0 ? "" : "Host: x\r\n")
                .append("Connection: close\r\n");
        if (random.nextInt(3) == 0) {
            end.append(one(HEADERS)).append("\r\n");
        }
        return end.append("\r\n")
                .append(random.nextInt(10) == 0 ? "{\"query\":{}}" : "")
                .toString();
    }

    /** Bytes that are no request; a line's end makes the server look at them. */
    private String noise() {
        byte[] bytes = new byte[1 + random.nextInt(200)];
        random.nextBytes(bytes);
        // Of white space alone the server would wait for more.
        return "x" + new String(bytes, StandardCharsets.ISO_8859_1).replace('\n', ' ') + "\r\n\r\n";
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
