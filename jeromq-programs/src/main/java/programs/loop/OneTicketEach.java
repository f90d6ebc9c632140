package programs.loop;

import java.util.ArrayList;
import java.util.List;
import org.zeromq.timer.ZTicker;
import org.zeromq.timer.ZTicket;
import programs.Expect;

/** A ticket fires once; a ticker has tickets and timers together. */
public final class OneTicketEach {
    private OneTicketEach() {}

    public static void main(String[] args) throws Exception {
        List<String> fired = new ArrayList<>();
        ZTicker ticker = new ZTicker();
        Expect.equal(-1L, ticker.timeout());
        Expect.equal(0, ticker.execute());
        ticker.addTicket(1, given -> fired.add("ticket"));
        ZTicket.Ticket cancelled = ticker.addTicket(1, given -> fired.add("cancelled"));
        ZTicket.Ticket later = ticker.addTicket(1, given -> fired.add("later"));
        ticker.addTimer(5, given -> fired.add("timer"));
        Expect.that(cancelled.cancel() && !cancelled.cancel(), "taken back");
        later.setDelay(60_000);
        Expect.eventually("the ticket and the timer fire", () -> {
            ticker.execute();
            return fired.contains("ticket") && fired.indexOf("timer") != fired.lastIndexOf("timer");
        });
        Expect.equal(fired.indexOf("ticket"), fired.lastIndexOf("ticket"));
        Expect.that(!fired.contains("cancelled") && !fired.contains("later"), "the others do not");
        Expect.that(later.cancel(), "the later one still waits");
        Expect.failure(IllegalArgumentException.class, () -> ticker.addTicket(0, given -> {}));
    }
}
