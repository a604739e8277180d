package io.cryptolambda.serving.api;

import io.cryptolambda.core.merge.BatchRun;
import io.cryptolambda.serving.view.View;

/**
 * The cursors of the pages beside one.
 *
 * @param next of the page after; null if there is none
 * @param previous of the page before; null if there is none
 */
record PageLinks(String next, String previous) {

    /** @throws ReplacedRunException if the page is of another run than its cursor */
    static PageLinks of(Query query, View view) {
        String runId = view.run().map(BatchRun::runId).orElse("");
        Cursor at = query.cursor().orElse(null);
        if (at != null && !at.runId().equals(runId)) {
            throw new ReplacedRunException();
        }
        Cursor next = null;
        Cursor previous = null;
        if (view.later() != null) {
            next = new Cursor(true, view.later(), runId);
        } else if (at != null && !at.forward()) {
            next = new Cursor(true, at.openTime(), runId);
        }
        if (view.earlier()) {
            previous = new Cursor(false, view.rows().get(0).document().openTime(), runId);
        } else if (at != null && at.forward()) {
            previous = new Cursor(false, at.openTime(), runId);
        }
        return new PageLinks(next == null ? null : next.text(), previous == null ? null : previous.text());
    }
}
