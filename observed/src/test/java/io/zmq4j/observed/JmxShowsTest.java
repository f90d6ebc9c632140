package io.zmq4j.observed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.management.SocketMXBean;
import io.zmq4j.management.Statistics;
import java.lang.management.ManagementFactory;
import java.util.function.Predicate;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the MBean of a socket says of each fault. */
class JmxShowsTest {
    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Exhibit exhibit = new Exhibit();

    @BeforeEach
    void look() throws JMException {
        try {
            server.createMBean(Statistics.class.getName(), Statistics.NAME);
        } catch (InstanceAlreadyExistsException e) {
            // The context found this server.
        }
    }

    @AfterEach
    void close() {
        exhibit.close();
    }

    private SocketMXBean shown(Fault fault, Predicate<SocketMXBean> isShown) throws Exception {
        var pattern = new ObjectName("io.zmq4j:type=Socket,name=\"" + fault.socket + "\",*");
        ObjectName name = Soon.shown("the bean", () -> server.queryNames(pattern, null), names -> names.size() == 1)
                .iterator()
                .next();
        SocketMXBean bean = JMX.newMXBeanProxy(server, name, SocketMXBean.class);
        return Soon.shown(fault.socket, () -> bean, isShown);
    }

    @Test
    void thatNobodyListens() throws Exception {
        Fault.NOBODY_LISTENS.happenTo(exhibit);
        shown(Fault.NOBODY_LISTENS, bean -> String.valueOf(bean.getEndpoints().get(0).getLastError())
                .contains("refused"));
    }

    @Test
    void thatThePeerIsOfTheWrongType() throws Exception {
        Fault.WRONG_TYPE.happenTo(exhibit);
        shown(Fault.WRONG_TYPE, bean -> String.valueOf(bean.getEndpoints().get(0).getLastError())
                .contains("PUB"));
    }

    @Test
    void aSubscriberThatIsSlow() throws Exception {
        Fault.SLOW_SUBSCRIBER.happenTo(exhibit);
        SocketMXBean ticker =
                shown(Fault.SLOW_SUBSCRIBER, bean -> bean.getDrops().containsKey("QUEUE_FULL"));
        assertThat(ticker.getPeers()).hasSize(2);
        assertThat(ticker.getMessagesQueuedOut()).isGreaterThanOrEqualTo(Exhibit.HIGH_WATER_MARK / 2);
    }

    @Test
    void aSenderThatWaits() throws Exception {
        Fault.STALLED_LINK.happenTo(exhibit);
        shown(Fault.STALLED_LINK, bean -> bean.getWaitingSenders() == 1);
    }

    @Test
    void aConnectionThatBreaksAndComesBack() throws Exception {
        Fault.BROKEN_CONNECTION.happenTo(exhibit);
        SocketMXBean source = shown(
                Fault.BROKEN_CONNECTION, bean -> bean.getConnectionsMade() > 1 && bean.getConnections() == 1);
        assertThat(source.getEvents()).anyMatch(event -> event.contains("DISCONNECTED"));
    }
}
