package io.cryptolambda.local.exchange.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that can be made to go wrong. */
public enum FaultKind {
    /** REST: 429 with Retry-After; {@code millis} of real time. */
    TOO_MANY_REQUESTS(Side.REST),
    /** REST: a ban, 418 with Retry-After; {@code millis} of real time. */
    BAN(Side.REST),
    /** REST: 403 of a firewall. */
    FORBIDDEN(Side.REST),
    /** REST: 503. */
    UNAVAILABLE(Side.REST),
    /** REST: a page for people in place of an answer, with status 200. */
    HTML(Side.REST),
    /** REST: the answer breaks off. */
    TRUNCATED(Side.REST),
    /** REST: the answer comes after {@code millis} of real time. */
    SLOW(Side.REST),
    /** REST: a small answer that unpacks to a huge one. */
    GZIP_BOMB(Side.REST),
    /** Klines: the rows come newest first. */
    UNORDERED(Side.KLINES),
    /** Klines: a page that was not asked for, from before the start time. */
    REPEATED_PAGE(Side.KLINES),
    /** Klines: a row in the middle is not one. */
    BROKEN_ROW(Side.KLINES),
    /** All connections break off. */
    DROP(Side.CONNECTIONS),
    /** All connections stay open and nothing comes any more, no pong either. */
    HALF_OPEN(Side.CONNECTIONS),
    /** Pings are not answered any more. */
    WITHHOLD_PONGS(Side.CONNECTIONS),
    /** {@code serverShutdown} is announced; after {@code millis} of real time the connections are closed. */
    SHUTDOWN(Side.CONNECTIONS),
    /** One symbol's streams go quiet for {@code millis} of virtual time or until subscribed again. */
    SILENCE(Side.STREAMS),
    /** The next closing message of the symbol does not come. */
    MISSING_CLOSE(Side.STREAMS),
    /** The next closing message of the symbol comes wrong, then right. */
    REVISED(Side.STREAMS),
    /** The next closing message of the symbol comes twice. */
    DUPLICATE(Side.STREAMS),
    /** The next closing message of the symbol comes after the one that should follow it. */
    OUT_OF_ORDER(Side.STREAMS),
    /** The exchange has no candles for {@code millis} of virtual time, of one symbol or of all. */
    OUTAGE(Side.MARKET),
    /** The symbol becomes known only after {@code millis} of virtual time. */
    LISTING(Side.MARKET),
    /** The symbol is not traded any more after {@code millis} of virtual time. */
    DELISTING(Side.MARKET),
    /** The archive files of the symbol are issued again with other bytes. */
    REISSUE(Side.MARKET),
    /** The clock the exchange shows is off by {@code skew}, for {@code millis} of virtual time. */
    SKEW(Side.CLOCK);

    /** What a fault hits. */
    public enum Side {
        REST,
        KLINES,
        CONNECTIONS,
        STREAMS,
        MARKET,
        CLOCK
    }

    private final Side side;

    FaultKind(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /** As written in requests, such as {@code half_open}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming what is accepted */
    public static FaultKind parse(String text) {
        return Arrays.stream(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault must be one of "
                        + Arrays.stream(values()).map(FaultKind::text).collect(Collectors.joining(", "))));
    }
}
