package io.cryptolambda.serving.api;

import io.cryptolambda.serving.guard.Guard;
import io.cryptolambda.serving.guard.Limits;
import io.cryptolambda.serving.history.RevisionReader;
import io.cryptolambda.serving.quality.DataQuality;
import io.cryptolambda.serving.stream.StreamCount;
import io.cryptolambda.serving.tail.EventLog;
import io.cryptolambda.serving.tail.Tail;
import io.cryptolambda.serving.view.BatchPages;
import io.cryptolambda.serving.view.KnownViews;
import io.cryptolambda.serving.view.LogEnds;
import io.cryptolambda.serving.view.Told;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * What all event loops share. Everything in it is safe for use by several threads.
 *
 * @param limits what is taken from clients
 * @param guard who may ask
 * @param tail newest documents
 * @param tailIsCurrent whether the tail holds all that its topics do
 * @param events what came into the tail, in order
 * @param pages documents of the batch run that is served
 * @param known last answers
 * @param told what answers told
 * @param logEnds ends of the log
 * @param quality gaps, dead letters and stages
 * @param flink address of Flink's dashboard, for people; empty if there is none to show
 * @param revisions revisions in the log
 * @param streams how many event streams are open
 * @param connections how many connections are open
 * @param registry what {@code /metrics} shows
 * @param page the page
 * @param docs the interface's description
 */
public record Backend(
        Limits limits,
        Guard guard,
        Tail tail,
        BooleanSupplier tailIsCurrent,
        EventLog events,
        BatchPages pages,
        KnownViews known,
        Told told,
        LogEnds logEnds,
        DataQuality quality,
        Optional<URI> flink,
        RevisionReader revisions,
        StreamCount streams,
        AtomicInteger connections,
        PrometheusMeterRegistry registry,
        Page page,
        Docs docs) {}
