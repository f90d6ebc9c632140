package published;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.zeromq.ZeroMqProxy;
import org.springframework.integration.zeromq.channel.ZeroMqChannel;
import org.springframework.integration.zeromq.inbound.ZeroMqMessageProducer;
import org.springframework.integration.zeromq.outbound.ZeroMqMessageHandler;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.GenericMessage;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMsg;

/** Spring Integration's channels, proxy, inbound and outbound adapters, without a context of Spring's around them. */
public final class Integration {
    private static final Duration POLL = Duration.ofMillis(10);
    private static final long SOON_MILLIS = 50;
    private static final long PATIENCE_MILLIS = 20_000;

    private Integration() {}

    public static void main(String[] arguments) throws Exception {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setDaemon(true);
        scheduler.initialize();
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("taskScheduler", scheduler);
        var context = new ZContext();
        withinTheProcess(context, beans);
        throughAProxy(context, beans);
        topics(context, beans);
        System.out.println("ok");
        // Its own way to close fails at times: it waits for a socket in a thread that it has just ended.
        System.exit(0);
    }

    private static void withinTheProcess(ZContext context, DefaultListableBeanFactory beans) throws Exception {
        ZeroMqChannel channel = begun(new ZeroMqChannel(context), beans);
        BlockingQueue<Object> heard = listen(channel);
        channel.send(new GenericMessage<>("within"));
        expect("within", heard.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private static void throughAProxy(ZContext context, DefaultListableBeanFactory beans) throws Exception {
        var proxy = new ZeroMqProxy(context, ZeroMqProxy.Type.SUB_PUB);
        proxy.setBeanName("proxy");
        proxy.afterPropertiesSet();
        proxy.start();
        port(proxy::getBackendPort);
        var made = new ZeroMqChannel(context, true);
        made.setZeroMqProxy(proxy);
        ZeroMqChannel channel = begun(made, beans);
        BlockingQueue<Object> one = listen(channel);
        BlockingQueue<Object> other = listen(channel);
        Object first = awaitFirst(
                payload -> channel.send(new GenericMessage<>(payload)),
                () -> one.poll(SOON_MILLIS, TimeUnit.MILLISECONDS));
        expect(first, other.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private static void topics(ZContext context, DefaultListableBeanFactory beans) throws Exception {
        var output = new QueueChannel();
        var inbound = new ZeroMqMessageProducer(context, SocketType.SUB);
        inbound.setTopics("wanted");
        inbound.setReceiveRaw(true);
        inbound.setOutputChannel(output);
        inbound.setConsumeDelay(POLL);
        inbound.setBeanFactory(beans);
        inbound.afterPropertiesSet();
        inbound.start();
        String endpoint = "tcp://localhost:" + port(inbound::getBoundPort);
        ZeroMqMessageHandler unwanted = publisher(context, beans, endpoint, "other");
        ZeroMqMessageHandler wanted = publisher(context, beans, endpoint, "wanted");
        Object first = awaitFirst(
                payload -> {
                    unwanted.handleMessage(new GenericMessage<>(payload)).subscribe();
                    wanted.handleMessage(new GenericMessage<>(payload)).subscribe();
                },
                () -> {
                    Message<?> message = output.receive(SOON_MILLIS);
                    return message == null ? null : message.getPayload();
                });
        expect("wanted", ((ZMsg) first).peekFirst().getString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static ZeroMqMessageHandler publisher(
            ZContext context, DefaultListableBeanFactory beans, String endpoint, String topic) throws Exception {
        var handler = new ZeroMqMessageHandler(context, endpoint, SocketType.PUB);
        handler.setTopic(topic);
        handler.setBeanFactory(beans);
        handler.afterPropertiesSet();
        handler.start();
        return handler;
    }

    private static ZeroMqChannel begun(ZeroMqChannel channel, DefaultListableBeanFactory beans) throws Exception {
        channel.setBeanName("channel");
        channel.setBeanFactory(beans);
        channel.setConsumeDelay(POLL);
        channel.afterPropertiesSet();
        return channel;
    }

    private static BlockingQueue<Object> listen(ZeroMqChannel channel) {
        BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
        channel.subscribe(message -> heard.add(message.getPayload()));
        return heard;
    }

    private interface Answer {
        Object get() throws InterruptedException;
    }

    /** What is published before the subscription has arrived is lost, and nobody tells when that is. */
    private static Object awaitFirst(Consumer<String> publisher, Answer answer) throws InterruptedException {
        for (int i = 0; i < PATIENCE_MILLIS / SOON_MILLIS; i++) {
            publisher.accept("number " + i);
            Object first = answer.get();
            if (first != null) {
                return first;
            }
        }
        throw new AssertionError("nothing has come");
    }

    private static int port(IntSupplier port) throws InterruptedException {
        for (int i = 0; i < PATIENCE_MILLIS; i++) {
            if (port.getAsInt() != 0) {
                return port.getAsInt();
            }
            Thread.sleep(1);
        }
        throw new AssertionError("nobody has bound");
    }

    private static void expect(Object wanted, Object found) {
        if (!wanted.equals(found)) {
            throw new AssertionError("instead of " + wanted + ": " + found);
        }
    }
}
