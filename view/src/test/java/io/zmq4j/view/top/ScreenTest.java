package io.zmq4j.view.top;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A tilde stands for two empty lines or more. */
class ScreenTest {
    private static String screen(Model model, int width, int height) {
        var lines = new Screen(model, width, ZoneOffset.UTC).lines(height);
        assertThat(lines)
                .hasSize(height)
                .allSatisfy(line -> assertThat(Width.of(line.text())).isLessThanOrEqualTo(width));
        return Looks.text(lines).replaceAll("\n{3,}", "\n~\n");
    }

    private static Model model(Look look, Key... keys) {
        var model = new Model(look);
        for (var key : keys) {
            model.press(key);
        }
        return model;
    }

    @Test
    void aTerminalOf80Columns() {
        assertThat(screen(model(Looks.ofPrices()), 80, 24)).isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 sockets, 3 connections  zmq4j 0.2
                        sent 1.5M/s 15MB/s █▇▇▆█  received 8.0k/s 80kB/s █████  queued 1.0k  dropped 49
                        ! DEALER "orders" has not been connected to tcp://hub:7000 for 12 s: Connection
                          refused; next try in 2.0 s
                        ! DEALER "orders" has not been connected to tcp://hub2:7000 for 12 s:
                          Connection refused; next try in 1.0 s
                        ! PUB "ticker": the queue to 10.0.0.7:40112 has been full for 12 s, 1000 of
                          1000: the peer is slower
                        TYPE    NAME    WHERE             PEERS  SENT/S  RECV/S  QUEUED  DROPPED
                        PUB     ticker  b tcp://*:5556        2    1.5M       0    1.0k  17 queue full
                        PULL    #3      c ipc:///run/wo…      1       0    8.0k      12  30 unread at c…
                        DEALER  orders  +1 c tcp://hub:…      0       0       0       0  -
                        ~
                        q quit  ? help  s sort  / filter  Enter peers  e events  p pause
                        """);
    }

    @Test
    void aWideTerminalHasAllColumnsAndMoreOfThePast() {
        assertThat(screen(model(Looks.ofPrices()), 200, 50)).isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 sockets, 3 connections  zmq4j 0.2
                        sent 1.5M/s 15MB/s ▁▇▇▆█▇▇▆█▇▇▆█  received 8.0k/s 80kB/s ▁████████████  queued 1.0k  dropped 49: 30 unread at close, 17 queue full, 2 peer gone
                        ! DEALER "orders" has not been connected to tcp://hub:7000 for 12 s: Connection refused; next try in 2.0 s
                        ! DEALER "orders" has not been connected to tcp://hub2:7000 for 12 s: Connection refused; next try in 1.0 s
                        ! PUB "ticker": the queue to 10.0.0.7:40112 has been full for 12 s, 1000 of 1000: the peer is slower
                        TYPE    NAME    WHERE                   PEERS  SENT/S  RECV/S  QUEUED  FULL  DROPPED                          STATE                                                                           by traffic
                        PUB     ticker  b tcp://*:5556              2    1.5M       0    1.0k  100%  17 queue full
                        PULL    #3      c ipc:///run/work.sock      1       0    8.0k      12    1%  30 unread at close, 2 peer gone
                        DEALER  orders  +1 c tcp://hub:7000         0       0       0       0     -  -                                waiting 2 s: Connection refused; waiting 1 s: Connection refused
                        ~
                        q quit  ? help  s sort  / filter  Enter peers  e events  p pause
                        """);
    }

    @Test
    void aNarrowTerminalHasWhatMattersMost() {
        assertThat(screen(model(Looks.ofPrices()), 40, 20)).isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 so…
                        sent 1.5M/s 15MB/s  received 8.0k/s 80k…
                        ! DEALER "orders" has not been
                          connected to tcp://hub:7000 for 12 s:…
                        ! DEALER "orders" has not been
                          connected to tcp://hub2:7000 for 12 s…
                        ! 1 more finding
                        TYPE    NAME    SENT/S  RECV/S
                        PUB     ticker    1.5M       0
                        PULL    #3           0    8.0k
                        DEALER  orders       0       0
                        ~
                        q quit  ? help  s sort  / filter
                        """);
    }

    @Test
    void aLowTerminalHasSocketsBesideTheFindings() {
        assertThat(screen(model(Looks.ofPrices()), 80, 12)).isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 sockets, 3 connections  zmq4j 0.2
                        sent 1.5M/s 15MB/s █▇▇▆█  received 8.0k/s 80kB/s █████  queued 1.0k  dropped 49
                        ! DEALER "orders" has not been connected to tcp://hub:7000 for 12 s: Connection
                          refused; next try in 2.0 s
                        ! 2 more findings
                        TYPE    NAME    WHERE             PEERS  SENT/S  RECV/S  QUEUED  DROPPED
                        PUB     ticker  b tcp://*:5556        2    1.5M       0    1.0k  17 queue full
                        PULL    #3      c ipc:///run/wo…      1       0    8.0k      12  30 unread at c…
                        DEALER  orders  +1 c tcp://hub:…      0       0       0       0  -
                        ~
                        q quit  ? help  s sort  / filter  Enter peers  e events  p pause
                        """);
    }

    @Test
    void aSocketHasItsEndpointsPeersAndOptions() {
        assertThat(screen(model(Looks.ofPrices(), Key.of(Key.Kind.ENTER)), 80, 24))
                .isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 sockets, 3 connections  zmq4j 0.2
                        sent 1.5M/s 15MB/s █▇▇▆█  received 8.0k/s 80kB/s █████  queued 1.0k  dropped 49
                        ! DEALER "orders" has not been connected to tcp://hub:7000 for 12 s: Connection
                          refused; next try in 2.0 s
                        ! DEALER "orders" has not been connected to tcp://hub2:7000 for 12 s:
                          Connection refused; next try in 1.0 s
                        ! PUB "ticker": the queue to 10.0.0.7:40112 has been full for 12 s, 1000 of
                          1000: the peer is slower
                        PUB "ticker"  open for 1 min
                        b tcp://*:5556  listening  2 peers
                        sent      1.5M/s, 15MB/s, 14M in all, 1.0k waiting  ▁▇▇▆█▇▇▆█▇▇▆█
                        received  0/s, 0B/s, 0 in all, 0 unread
                        dropped   17 queue full

                        PEER            TYPE  AGE    SENT/S  RECV/S    TO SEND  UNREAD  SENT  RECEIVED
                        10.0.0.8:39001  SUB   1 min    1.5M       0     0/1000  0/1000   14M         0
                        10.0.0.7:40112  SUB   1 min     500       0  1000/1000  0/1000  6.0k         0

                        LINGER 0
                        ~
                        q quit  ? help  s sort  / filter  Enter peers  e events  p pause
                        """);
    }

    @Test
    void theLatestEventIsFirstAndTheTriesOfAnEndpointAreOne() {
        assertThat(screen(model(Looks.ofPrices(), Key.of('e')), 80, 16)).isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 sockets, 3 connections  zmq4j 0.2
                        sent 1.5M/s 15MB/s █▇▇▆█  received 8.0k/s 80kB/s █████  queued 1.0k  dropped 49
                        ! DEALER "orders" has not been connected to tcp://hub:7000 for 12 s: Connection
                          refused; next try in 2.0 s
                        ! DEALER "orders" has not been connected to tcp://hub2:7000 for 12 s:
                          Connection refused; next try in 1.0 s
                        ! 1 more finding
                        TIME          SOCKET, AND WHAT HAPPENED
                        12:00:12.000  PUB "ticker"  dropped 17 so far, QUEUE_FULL
                        12:00:11.000  DEALER "orders"  connect retried tcp://hub:7000 Connection refused
                        12:00:01.000  PUB "ticker"  listening tcp://*:5556
                        ~
                        q quit  ? help  s sort  / filter  Enter peers  e events  p pause
                        """);
    }

    @Test
    void socketsOfSeveralContextsAreToldApart() {
        assertThat(screen(model(Looks.ofTwoContexts()), 80, 8)).isEqualTo("""
                        zmq top  pid 4711  prices, batch  up 5 s  2 sockets, 0 connections  zmq4j 0.2
                        sent 0/s 0B/s  received 0/s 0B/s  queued 0  dropped 0
                        CONTEXT  TYPE  NAME    WHERE  PEERS  SENT/S  RECV/S  QUEUED  FULL  DROPPED
                        prices   PUSH  ticker  -          0       0       0       0     -  -
                        batch    PUSH  jobs    -          0       0       0       0     -  -
                        ~
                        q quit  ? help  s sort  / filter  Enter peers  e events  p pause
                        """);
    }

    @Test
    void whyTheLastLookFailedIsOverWhatWasSeenBefore() {
        assertThat(screen(model(Looks.ofPrices().failed("process 4711 has ended")), 80, 24))
                .isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 sockets, 3 connections  zmq4j 0.2
                        sent 1.5M/s 15MB/s █▇▇▆█  received 8.0k/s 80kB/s █████  queued 1.0k  dropped 49
                        ! process 4711 has ended
                        ! DEALER "orders" has not been connected to tcp://hub:7000 for 12 s: Connection
                          refused; next try in 2.0 s
                        ! DEALER "orders" has not been connected to tcp://hub2:7000 for 12 s:
                          Connection refused; next try in 1.0 s
                        ! PUB "ticker": the queue to 10.0.0.7:40112 has been full for 12 s, 1000 of
                          1000: the peer is slower
                        TYPE    NAME    WHERE             PEERS  SENT/S  RECV/S  QUEUED  DROPPED
                        PUB     ticker  b tcp://*:5556        2    1.5M       0    1.0k  17 queue full
                        PULL    #3      c ipc:///run/wo…      1       0    8.0k      12  30 unread at c…
                        DEALER  orders  +1 c tcp://hub:…      0       0       0       0  -
                        ~
                        q quit  ? help  s sort  / filter  Enter peers  e events  p pause
                        """);
    }

    @Test
    void withoutATerminalThereAreAllLinesAndNoKeys() {
        assertThat(Looks.text(new Screen(model(Looks.ofPrices()), 160).all())).isEqualTo("""
                        zmq top  pid 4711  prices  up 1 h  3 sockets, 3 connections  zmq4j 0.2
                        sent 1.5M/s 15MB/s ▁▇▇▆█▇▇▆█▇▇▆█  received 8.0k/s 80kB/s ▁████████████  queued 1.0k  dropped 49: 30 unread at close, 17 queue full, 2 peer gone
                        ! DEALER "orders" has not been connected to tcp://hub:7000 for 12 s: Connection refused; next try in 2.0 s
                        ! DEALER "orders" has not been connected to tcp://hub2:7000 for 12 s: Connection refused; next try in 1.0 s
                        ! PUB "ticker": the queue to 10.0.0.7:40112 has been full for 12 s, 1000 of 1000: the peer is slower
                        TYPE    NAME    WHERE                   PEERS  SENT/S  RECV/S  QUEUED  FULL  DROPPED                          STATE                                   by traffic
                        PUB     ticker  b tcp://*:5556              2    1.5M       0    1.0k  100%  17 queue full
                        PULL    #3      c ipc:///run/work.sock      1       0    8.0k      12    1%  30 unread at close, 2 peer gone
                        DEALER  orders  +1 c tcp://hub:7000         0       0       0       0     -  -                                waiting 2 s: Connection refused; waiting 1 s: Con…
                        """);
    }

    @Test
    void theSelectedSocketIsSeenHoweverManyThereAre() {
        var model = model(Looks.ofMany(500), Key.of(Key.Kind.END));

        assertThat(new Screen(model, 80).lines(24))
                .filteredOn(line -> line.style() == Style.SELECTED)
                .singleElement()
                .satisfies(line -> assertThat(line.text()).startsWith("REQ   client-500"));
    }

    @Test
    void aPageThatIsTooLongIsMovedAndNoFurtherThanItsEnd() {
        var model = model(Looks.ofPrices(), Key.of('?'));
        var first = new Screen(model, 80).lines(10);
        model.press(Key.of(Key.Kind.DOWN));
        var second = new Screen(model, 80).lines(10);
        model.press(Key.of(Key.Kind.END));
        var last = new Screen(model, 80).lines(10);
        model.press(Key.of(Key.Kind.UP));

        assertThat(second.get(2)).isEqualTo(first.get(3));
        assertThat(last.get(8).text()).startsWith("DROPPED");
        assertThat(new Screen(model, 80).lines(10).get(8).text()).startsWith("FULL");
    }

    @Test
    void theTextThatIsTypedIsSeen() {
        assertThat(screen(model(Looks.ofPrices(), Key.of('/'), Key.of('h'), Key.of('u')), 80, 24))
                .endsWith("\nfilter: hu_\n");
    }

    @Test
    void aPauseIsSeen() {
        assertThat(screen(model(Looks.ofPrices(), Key.of('p')), 80, 24)).contains("\nPAUSED  q quit");
    }

    @Test
    void aFilterIsSeen() {
        assertThat(screen(model(Looks.ofPrices(), Key.of('/'), Key.of('h'), Key.of(Key.Kind.ENTER)), 80, 24))
                .contains("\nwith 'h'  q quit");
    }

    @Test
    void whereNothingIsOpenOrFoundTheScreenSaysSo() {
        assertThat(screen(model(Looks.ofMany(0)), 80, 24)).contains("\nno open socket\n");
        assertThat(screen(model(Looks.ofMany(0), Key.of('e')), 80, 24)).contains("\nnothing has happened\n");
        assertThat(screen(model(Looks.ofMany(0), Key.of(Key.Kind.ENTER)), 80, 24))
                .contains("\nno open socket\n");
        assertThat(screen(model(Looks.ofMany(3), Key.of('/'), Key.of('x')), 80, 24))
                .contains("\nno socket has this in it\n");
        assertThat(screen(model(new Look("pid 4711", List.of(), null)), 80, 24))
                .startsWith("zmq top  pid 4711  no context\n");
    }

    @Test
    void everySizeHasItsLines() {
        for (var keys : List.of("", "\r", "e", "?")) {
            var model = model(Looks.ofPrices());
            keys.chars().forEach(key -> model.press(key == '\r' ? Key.of(Key.Kind.ENTER) : Key.of(key)));
            for (int size = 1; size < 220; size += 7) {
                // Which itself says how many lines there are, and how wide.
                assertThat(screen(model, size, size)).isNotEmpty();
            }
        }
    }

    @Test
    void whatAProcessIsCalledDoesNotReachTheTerminalAsMoreThanText() {
        var evil = new Look("pid 1\u001b[2J", Looks.ofPrices().contexts(), "\u001b]0;x\u0007");

        assertThat(screen(model(evil), 80, 24)).doesNotContain("\u001b").doesNotContain("\u0007");
    }

    @Test
    void colourIsLeftOutWhereItIsNotWanted() {
        assertThat(Style.ERROR.paint("x", true)).isEqualTo("\u001b[1;31mx\u001b[0m");
        assertThat(Style.ERROR.paint("x", false)).isEqualTo("\u001b[1mx\u001b[0m");
        assertThat(Style.WARNING.paint("x", true)).isEqualTo("\u001b[33mx\u001b[0m");
        assertThat(Style.WARNING.paint("x", false)).isEqualTo("x");
    }
}
