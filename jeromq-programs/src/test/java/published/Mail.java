package published;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;
import javax.jms.TextMessage;
import org.zeromq.jms.ZmqConnectionFactory;
import org.zeromq.jms.ZmqQueue;
import org.zeromq.jms.ZmqTextMessageBuilder;
import org.zeromq.jms.ZmqTopic;
import org.zeromq.jms.protocol.ZmqParGateway;
import org.zeromq.jms.protocol.event.ZmqStompEventHandler;

/** Sends by JMS and receives again: by a queue, by a queue whose messages are acknowledged, by a topic; then prints "ok". */
public final class Mail {
    /** By the names of their classes: from JDK 9 on it does not find them by their short names. */
    private static final String EVENTS = ZmqStompEventHandler.class.getName();

    private static final String CERTAIN = ZmqParGateway.class.getName();

    private static final long PATIENCE_MILLIS = 20_000;
    private static final long SOON_MILLIS = 20;
    private static final int MESSAGES = 200;
    private static final int NEWS = 20;
    private static final String TEXT = "message ";

    private Mail() {}

    public static void main(String[] arguments) throws Exception {
        queue("jms:queue:plain?socket.addr=tcp://127.0.0.1:" + freePort() + "&event=" + EVENTS, "plain");
        queue(
                "jms:queue:certain?gateway=" + CERTAIN + "&socket.type=DEALER&socket.addr=tcp://127.0.0.1:" + freePort()
                        + "&event=" + EVENTS,
                "certain");
        topic("jms:topic:news?socket.addr=tcp://127.0.0.1:" + freePort() + "&event=" + EVENTS, "news");
        System.out.println("ok");
        System.exit(0);
    }

    private static void queue(String uri, String name) throws JMSException {
        var connection = new ZmqConnectionFactory(new String[] {uri}).createQueueConnection();
        var session = connection.createQueueSession(false, Session.AUTO_ACKNOWLEDGE);
        var queue = new ZmqQueue(name);
        var sender = session.createSender(queue);
        var receiver = session.createReceiver(queue);
        connection.start();
        for (int i = 0; i < MESSAGES; i++) {
            sender.send(text(i));
        }
        for (int i = 0; i < MESSAGES; i++) {
            expect(i, receiver.receive(PATIENCE_MILLIS));
        }
        session.close();
    }

    private static void topic(String uri, String name) throws JMSException {
        var connection = new ZmqConnectionFactory(new String[] {uri}).createTopicConnection();
        var session = connection.createTopicSession(false, Session.AUTO_ACKNOWLEDGE);
        var topic = new ZmqTopic(name);
        var publisher = session.createPublisher(topic);
        // By no listener: its thread may end before it has one (AbstractZmqGateway.setListener).
        var subscriber = session.createSubscriber(topic);
        connection.start();
        // What is published before the subscription has arrived is lost, and nobody tells when that is.
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        int last = -1;
        int count = 0;
        for (int i = 0; count < NEWS; i++) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("of the publications " + count + " have come");
            }
            publisher.publish(text(i));
            Message message = subscriber.receive(SOON_MILLIS);
            if (message != null) {
                int number = number(message);
                if (number <= last) {
                    throw new AssertionError(number + " came after " + last);
                }
                last = number;
                count++;
            }
        }
        session.close();
    }

    private static Message text(int number) throws JMSException {
        return ZmqTextMessageBuilder.create().appendText(TEXT + number).toMessage();
    }

    private static void expect(int number, Message message) throws JMSException {
        if (message == null || number(message) != number) {
            throw new AssertionError("instead of message " + number + ": " + message);
        }
    }

    private static int number(Message message) throws JMSException {
        return Integer.parseInt(((TextMessage) message).getText().substring(TEXT.length()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
