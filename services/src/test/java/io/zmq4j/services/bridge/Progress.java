package io.zmq4j.services.bridge;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Waits for what is to arrive, starts again who has ended meanwhile, and says at which point it came to a stand. */
final class Progress {
    private final Ledger ledger;
    private final List<Participant> participants;
    private final Duration patience;

    Progress(Ledger ledger, List<Participant> participants, Duration patience) {
        this.ledger = ledger;
        this.participants = participants;
        this.patience = patience;
    }

    void await(String phase, int count) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (ledger.arrivedCount() < count) {
            if (System.nanoTime() - end > 0) {
                throw stalled(phase, count + " were to arrive");
            }
            participants.forEach(Participant::ensure);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** The sender ends when all that it sent is acknowledged: then nothing may be missing, soon. */
    void awaitRest(Participant sender, List<Participant> others) throws IOException, InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (sender.isAlive() || !ledger.missing().isEmpty()) {
            if (System.nanoTime() - end > 0) {
                throw stalled("the end", ledger.missing().size() + " are missing");
            }
            others.forEach(Participant::ensure);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private AssertionError stalled(String phase, String wanted) throws IOException {
        var report = new StringBuilder("it came to a stand: %s; %s, %d were acknowledged, %d arrived"
                .formatted(phase, wanted, ledger.acknowledgedCount(), ledger.arrivedCount()));
        for (Participant each : participants) {
            report.append("\n").append(each.lastWords());
        }
        return new AssertionError(report.toString());
    }
}
