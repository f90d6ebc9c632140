package io.zmq4j.dashboard;

import static io.zmq4j.view.Plain.text;

import io.zmq4j.dashboard.Overview.Program;
import io.zmq4j.dashboard.Overview.Row;
import io.zmq4j.dashboard.Overview.Totals;
import io.zmq4j.dashboard.Overview.Wrong;
import io.zmq4j.dashboard.Sight.State;
import io.zmq4j.health.Finding;
import io.zmq4j.health.Finding.Severity;
import io.zmq4j.view.Rates;
import io.zmq4j.view.WatchedContext;
import io.zmq4j.view.WatchedSocket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the overview of what was seen and what is remembered. */
final class OverviewMaker {
    static final int MAX_SOCKETS = 1000;
    private static final int MAX_FINDINGS = 200;
    private static final int MAX_ENDPOINTS = 8;
    private static final int RECENT_SECONDS = 60;

    private final Histories histories;
    private final List<Row> rows = new ArrayList<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private int sockets;

    private OverviewMaker(Histories histories) {
        this.histories = histories;
    }

    static Overview of(List<Sight> sights, long at, Histories histories, History all) {
        var maker = new OverviewMaker(histories);
        sights.forEach(maker::add);
        maker.wrong.sort(Comparator.comparing((Wrong each) -> Severity.valueOf(each.severity()))
                .reversed()
                .thenComparing(Comparator.comparingLong(Wrong::since).reversed()));
        return new Overview(
                at,
                sights.stream().map(OverviewMaker::process).toList(),
                List.copyOf(maker.wrong.subList(0, Math.min(maker.wrong.size(), MAX_FINDINGS))),
                totals(sights, all),
                List.copyOf(maker.rows),
                maker.sockets - maker.rows.size(),
                GraphMaker.of(sights));
    }

    private void add(Sight sight) {
        for (var context : sight.contexts()) {
            var worst = new HashMap<Long, Severity>();
            if (sight.state() == State.SEEN) {
                for (var finding : context.findings()) {
                    worst.merge(finding.socketId(), finding.severity(), (a, b) -> a.compareTo(b) > 0 ? a : b);
                    wrong.add(wrong(sight, context, finding));
                }
            }
            for (var socket : context.sockets()) {
                sockets++;
                if (rows.size() < MAX_SOCKETS) {
                    rows.add(row(sight, context, socket, worst));
                }
            }
        }
    }

    private static Wrong wrong(Sight sight, WatchedContext context, Finding finding) {
        return new Wrong(
                finding.severity().name(),
                finding.kind().name(),
                Titles.of(sight),
                finding.socketId() == 0 ? null : sight.socketKey(context, finding.socketId()),
                text(finding.sentence()),
                Millis.of(finding.since()));
    }

    private Row row(Sight sight, WatchedContext context, WatchedSocket socket, Map<Long, Severity> worst) {
        var key = sight.socketKey(context, socket.now());
        var severity = worst.get(socket.now().id());
        return row(sight, key, socket, severity == null ? "" : severity.name(), recent(key));
    }

    static Row row(Sight sight, String key, WatchedSocket socket, String severity, float[] recent) {
        var now = socket.now();
        var traffic = now.statistics().traffic();
        var rates = sight.state() == State.SEEN ? socket.rates() : Rates.NONE;
        return new Row(
                key,
                text(now.title()),
                text(now.type()),
                Titles.of(sight),
                sight.state(),
                now.endpoints().stream()
                        .limit(MAX_ENDPOINTS)
                        .map(each -> (each.bound() ? "bound " : "connected ") + text(each.uri()))
                        .toList(),
                now.statistics().connections(),
                rates.messagesIn(),
                rates.messagesOut(),
                rates.bytesIn(),
                rates.bytesOut(),
                traffic.queuedIn(),
                traffic.queuedOut(),
                socket.dropped(),
                rates.drops(),
                severity,
                recent);
    }

    private float[] recent(String key) {
        var history = histories.of(key);
        if (history == null) {
            return new float[0];
        }
        var points = history.last(RECENT_SECONDS);
        var sum = points.in().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += points.out()[i];
        }
        return sum;
    }

    private static Program process(Sight sight) {
        var now = sight.contexts().stream().map(WatchedContext::now).toList();
        return new Program(
                sight.key(),
                text(sight.target()),
                Titles.of(sight),
                sight.state(),
                sight.trouble() == null ? null : text(sight.trouble()),
                now.isEmpty() ? 0 : now.get(0).pid(),
                now.isEmpty() ? "" : text(now.get(0).version()),
                now.size(),
                now.stream().mapToInt(each -> each.sockets().size()).sum(),
                now.stream().mapToLong(each -> Millis.of(each.age())).max().orElse(0));
    }

    private static Totals totals(List<Sight> sights, History all) {
        var there = sights.stream()
                .filter(sight -> sight.state() == State.SEEN)
                .flatMap(sight -> sight.contexts().stream())
                .toList();
        return new Totals(
                there.stream().mapToInt(each -> each.totals().sockets()).sum(),
                there.stream().mapToLong(each -> each.totals().connections()).sum(),
                there.stream().mapToDouble(each -> each.rates().messagesIn()).sum(),
                there.stream().mapToDouble(each -> each.rates().messagesOut()).sum(),
                there.stream().mapToDouble(each -> each.rates().bytesIn()).sum(),
                there.stream().mapToDouble(each -> each.rates().bytesOut()).sum(),
                there.stream()
                        .mapToLong(each -> each.totals().traffic().queuedIn())
                        .sum(),
                there.stream()
                        .mapToLong(each -> each.totals().traffic().queuedOut())
                        .sum(),
                there.stream().mapToLong(each -> each.totals().dropped()).sum(),
                there.stream().mapToDouble(each -> each.rates().drops()).sum(),
                all.last(2 * RECENT_SECONDS));
    }
}
