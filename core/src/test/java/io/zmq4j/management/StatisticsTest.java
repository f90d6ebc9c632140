package io.zmq4j.management;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.Socket;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final MBeanServer server = MBeanServerFactory.newMBeanServer();
    private final Context context = Context.builder().name("viewed").build();

    /** What nobody holds is found lost, and closed. */
    private final List<Socket> held = new ArrayList<>();

    private <S extends Socket> S hold(S socket) {
        held.add(socket);
        return socket;
    }

    @AfterEach
    void close() throws JMException {
        context.close(Duration.ZERO);
        if (server.isRegistered(Statistics.NAME)) {
            server.unregisterMBean(Statistics.NAME);
        }
    }

    /** As a viewer does that attaches: it knows nothing but names. */
    private void view() throws JMException {
        server.createMBean("io.zmq4j.management.Statistics", new ObjectName("io.zmq4j:type=Statistics"));
    }

    /** What is shown of the context. */
    private Set<String> names() throws JMException {
        var names = new TreeSet<String>();
        server.queryNames(new ObjectName("io.zmq4j:type=*,context=\"viewed*\",*"), null)
                .forEach(name -> names.add(name.toString()));
        return names;
    }

    private void awaitNames(Predicate<Set<String>> wanted) throws JMException {
        long until = System.nanoTime() + SOON.toNanos();
        while (!wanted.test(names()) && System.nanoTime() < until) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(wanted.test(names())).as("%s", names()).isTrue();
    }

    private Object context(String attribute) throws JMException {
        return server.getAttribute(new ObjectName("io.zmq4j:type=Context,context=\"viewed\""), attribute);
    }

    private Object socket(String name, String attribute) throws JMException {
        return server.getAttribute(
                new ObjectName("io.zmq4j:type=Socket,context=\"viewed\",name=" + ObjectName.quote(name)), attribute);
    }

    // ---- which there are

    @Test
    void aViewerReadsTheSnapshotsOfAllContextsAsJson() throws Exception {
        hold(context.pub().named("ticker \"1\""));
        view();

        assertThat((String) server.getAttribute(Statistics.NAME, "Json"))
                .startsWith("[{\"schema\":1,")
                .endsWith("}]")
                .contains("\"name\":\"viewed\"", "\"type\":\"PUB\",\"name\":\"ticker \\\"1\\\"\"");

        context.close();
        assertThat((String) server.getAttribute(Statistics.NAME, "Json")).doesNotContain("viewed");
    }

    @Test
    void aViewerSeesWhatThereIsAtOnce() throws Exception {
        hold(context.pub().named("ticker"));
        hold(context.push());
        view();

        assertThat(names())
                .containsExactly(
                        "io.zmq4j:type=Context,context=\"viewed\"",
                        "io.zmq4j:type=Socket,context=\"viewed\",name=\"PUSH #2\"",
                        "io.zmq4j:type=Socket,context=\"viewed\",name=\"ticker\"");
    }

    @Test
    void socketsComeAndGoAndChangeTheirNames() throws Exception {
        view();
        var push = hold(context.push());
        awaitNames(names -> names.contains("io.zmq4j:type=Socket,context=\"viewed\",name=\"PUSH #1\""));
        push.named("orders");
        awaitNames(names ->
                names.size() == 2 && names.contains("io.zmq4j:type=Socket,context=\"viewed\",name=\"orders\""));
        push.close();
        awaitNames(names -> names.size() == 1);
    }

    @Test
    void aSecondOneOfANameHasANumber() throws Exception {
        hold(context.pub().named("ticker"));
        hold(context.sub().named("ticker"));
        view();
        try (var second = Context.builder().name("viewed").build();
                var push = second.push().named("ticker")) {
            // It is shown before it has its name.
            awaitNames(names -> names.size() == 5 && names.stream().noneMatch(name -> name.contains("PUSH #1")));
            assertThat(push.isClosed()).isFalse();

            assertThat(names())
                    .contains(
                            "io.zmq4j:type=Context,context=\"viewed-2\"",
                            "io.zmq4j:type=Socket,context=\"viewed\",name=\"ticker-2\"",
                            "io.zmq4j:type=Socket,context=\"viewed-2\",name=\"ticker\"");
        }
        awaitNames(names -> names.size() == 3);
    }

    @Test
    void aContextGoesWithItsEnd() throws Exception {
        hold(context.push());
        view();
        context.close();

        assertThat(names()).isEmpty();
    }

    @Test
    void whoLookedLeavesNothingBehind() throws Exception {
        int before = server.getMBeanCount();
        hold(context.push());
        view();
        server.unregisterMBean(Statistics.NAME);

        assertThat(server.getMBeanCount()).isEqualTo(before);
        hold(context.pull());
        assertThat(names()).isEmpty();
    }

    @Test
    void underAnotherNameItIsAlone() throws Exception {
        var name = new ObjectName("io.zmq4j:type=Statistics,viewer=me");
        server.registerMBean(new Statistics(), name);

        assertThat((String) server.getAttribute(name, "Json")).contains("\"name\":\"viewed\"");
        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsShownIsLostAllTheSame() throws Exception {
        view();
        makeAndForget();
        assertThat(names()).hasSize(2);

        long until = System.nanoTime() + SOON.toNanos();
        while (names().size() == 2 && System.nanoTime() < until) {
            System.gc();
        }
        assertThat(names()).containsExactly("io.zmq4j:type=Context,context=\"viewed\"");
    }

    private static void makeAndForget() {
        Context.builder().name("viewed and lost").warnings(false).build();
    }

    @Test
    void thePropertiesSayWhichVersionRunsHere() {
        assertThat(System.getProperty("io.zmq4j.version"))
                .isEqualTo(context.snapshot().version());
    }

    // ---- what they say

    @Test
    void theAttributesSayHowAContextAndItsSocketsStand() throws Exception {
        var push = hold(context.push().named("orders").sendHighWaterMark(5));
        var pull = hold(context.pull().named("work").receiveTimeout(SOON));
        var bound = pull.bind("tcp://127.0.0.1:*");
        push.connect(bound);
        push.send("one");
        push.send("two");
        assertThat(pull.receiveText()).isEqualTo("one");
        assertThat(pull.receiveText()).isEqualTo("two");
        // What was sent may be here before the thread that took part in the handshake has said so there.
        assertThat(push.awaitPeer(SOON)).isTrue();
        assertThat(pull.awaitPeer(SOON)).isTrue();
        view();

        assertThat(context("Name")).isEqualTo("viewed");
        assertThat(context("Sockets")).isEqualTo(2);
        assertThat(context("Connections")).isEqualTo(2L);
        assertThat(context("Loops")).isEqualTo(1);
        assertThat(context("DeadLoops")).isEqualTo(0);
        assertThat(context("MessagesReceived")).isEqualTo(2L);
        assertThat(context("BytesSent")).isEqualTo(6L);
        assertThat((String[]) context("Events"))
                .anySatisfy(line -> assertThat(line).contains("PULL \"work\" LISTENING " + bound.uri()));

        assertThat(socket("orders", "Type")).isEqualTo("PUSH");
        assertThat(socket("orders", "MessagesSent")).isEqualTo(2L);
        assertThat(socket("orders", "MessagesQueuedOut")).isEqualTo(0L);
        assertThat(socket("orders", "SendHighWaterMark")).isEqualTo(5);
        assertThat(socket("work", "MessagesReceived")).isEqualTo(2L);

        var option = (TabularData) socket("orders", "Options");
        assertThat(option.get(new Object[] {"SNDHWM"}).get("value")).isEqualTo("5");

        var peers = (TabularData) socket("work", "Peers");
        var peer = (CompositeData) ((CompositeData) peers.values().iterator().next()).get("value");
        assertThat(peer.get("type")).isEqualTo("PUSH");
        assertThat(peer.get("endpoint")).isEqualTo(bound.uri());
        assertThat(peer.get("connected")).isEqualTo(true);
        assertThat(peer.get("messagesReceived")).isEqualTo(2L);

        var endpoint = ((CompositeData[]) socket("work", "Endpoints"))[0];
        assertThat(endpoint.get("uri")).isEqualTo(bound.uri());
        assertThat(endpoint.get("state")).isEqualTo("LISTENING");
        assertThat(endpoint.get("peers")).isEqualTo(1);
        assertThat((String[]) socket("work", "Events"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(" PULL \"work\" "));
    }

    @Test
    void dropsAreByReasonAlsoThoseOfClosedSockets() throws Exception {
        try (var router = context.router()) {
            router.send(Message.of("nobody", "here"));
        }
        view();

        var drops = (TabularData) context("Drops");
        assertThat(drops.get(new Object[] {"UNROUTABLE"}).get("value")).isEqualTo(1L);
    }

    @Test
    void thereIsNoOperationAndNothingToSet() throws Exception {
        hold(context.push().named("orders"));
        view();

        for (ObjectName name : server.queryNames(new ObjectName("io.zmq4j:*"), null)) {
            assertThat(server.getMBeanInfo(name).getOperations()).isEmpty();
            assertThat(server.getMBeanInfo(name).getAttributes()).noneMatch(each -> each.isWritable());
        }
    }
}
