package io.zmq4j.misuse;

import io.zmq4j.Attachment;
import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Consumption;
import io.zmq4j.Context;
import io.zmq4j.ContextBuilder;
import io.zmq4j.Device;
import io.zmq4j.Handler;
import io.zmq4j.MessageHandler;
import io.zmq4j.Poller;
import io.zmq4j.Proxy;
import io.zmq4j.Receiver;
import io.zmq4j.ReceivingSocket;
import io.zmq4j.RoutedSocket;
import io.zmq4j.Sender;
import io.zmq4j.SendingSocket;
import io.zmq4j.Server;
import io.zmq4j.ServerOptions;
import io.zmq4j.ServerStatistics;
import io.zmq4j.Socket;
import io.zmq4j.TypedReceiver;
import io.zmq4j.TypedSender;
import io.zmq4j.codec.Codec;
import io.zmq4j.connection.ToySeal;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.EndpointState;
import io.zmq4j.event.Peer;
import io.zmq4j.event.PeerStatistics;
import io.zmq4j.event.Received;
import io.zmq4j.event.Registration;
import io.zmq4j.event.Routed;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketStatistics;
import io.zmq4j.event.Traffic;
import io.zmq4j.health.Diagnosis;
import io.zmq4j.health.Finding;
import io.zmq4j.health.Health;
import io.zmq4j.health.HealthCheck;
import io.zmq4j.health.Thresholds;
import io.zmq4j.loop.Daemons;
import io.zmq4j.management.Statistics;
import io.zmq4j.message.Frame;
import io.zmq4j.message.Message;
import io.zmq4j.message.MessageBuilder;
import io.zmq4j.message.Subscription;
import io.zmq4j.options.AbsentOption;
import io.zmq4j.options.OptionValues;
import io.zmq4j.options.SocketDefaults;
import io.zmq4j.options.SocketOption;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.snapshot.ConnectionTotals;
import io.zmq4j.snapshot.ContextSnapshot;
import io.zmq4j.snapshot.EndedSockets;
import io.zmq4j.snapshot.EndpointSnapshot;
import io.zmq4j.snapshot.LoggedEvent;
import io.zmq4j.snapshot.LoopSnapshot;
import io.zmq4j.snapshot.SocketSnapshot;
import io.zmq4j.transport.spi.Directory;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.Engine;
import io.zmq4j.zmtp.engine.EngineListener;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.MessageSource;
import io.zmq4j.zmtp.engine.Outgoing;
import io.zmq4j.zmtp.engine.PeerInfo;
import io.zmq4j.zmtp.engine.RawEngine;
import io.zmq4j.zmtp.engine.Unsent;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.mechanism.Ask;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.mechanism.Opener;
import io.zmq4j.zmtp.mechanism.Plain;
import io.zmq4j.zmtp.mechanism.Sealer;
import io.zmq4j.zmtp.mechanism.Security;
import io.zmq4j.zmtp.mechanism.SecurityProvider;
import io.zmq4j.zmtp.mechanism.Verdict;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFormat;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.MessageAssembler;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** A context, and an object or a sound argument of every public type. What is missing here fails the sweeps. */
final class World implements AutoCloseable {
    static final EngineOptions ENGINE_OPTIONS = new EngineOptions(
            SocketType.DEALER, new byte[0], -1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    private static final Traffic TRAFFIC = new Traffic(1, 10, 2, 20, 0, 1);

    private static final PeerStatistics PEER = new PeerStatistics(
            "here", "there", "DEALER", new byte[] {1}, "NULL", true, 1, Duration.ofSeconds(1), 1000, 1000, TRAFFIC);

    private static final Peer SENDER =
            new Peer("here", "there", "DEALER", new byte[] {1}, "3.1", "NULL", null, Map.of("a", "b"));

    private static final SocketEvent EVENT = new SocketEvent(SocketEvent.Type.CLOSED, "here", null, null, "", 0);

    private static final SocketStatistics STATISTICS = new SocketStatistics(TRAFFIC, 1, 0, Map.of(), List.of(PEER));

    private static final EndpointSnapshot ENDPOINT =
            new EndpointSnapshot("here", true, EndpointState.LISTENING, 1, null, null);

    private static final ConnectionTotals CONNECTIONS = new ConnectionTotals(Map.of(), Map.of(), 0);

    private static final SocketSnapshot SOCKET = new SocketSnapshot(
            1,
            "DEALER",
            "",
            Duration.ofSeconds(1),
            List.of(ENDPOINT),
            1000,
            1000,
            0,
            0,
            STATISTICS,
            Map.of(),
            CONNECTIONS);

    private static final ContextSnapshot SNAPSHOT = new ContextSnapshot(
            "world", 1, "1", 1, Instant.EPOCH, Duration.ofSeconds(2), List.of(), List.of(SOCKET), List.of(), List.of());

    private static final Finding FINDING = new Finding(
            Finding.Kind.DROPPING, Finding.Severity.WARNING, 1, "DEALER #1", null, Duration.ofSeconds(1), "drops");

    final Context context = Context.create();
    private final Map<Class<?>, Supplier<Object>> makers = new HashMap<>();
    private final List<Context> contexts = new ArrayList<>();
    private int names;

    World() {
        make(Context.class, () -> context);
        make(ContextBuilder.class, Context::builder);
        make(SocketDefaults.class, SocketDefaults::new);
        make(ThreadFactory.class, () -> new Daemons("world"));
        make(Executor.class, () -> (Executor) Runnable::run);
        make(Authenticator.class, () -> {
            Context own = Context.create();
            contexts.add(own);
            return Authenticator.start(own, rules -> {});
        });
        make(Socket.class, context::dealer);
        make(Sender.class, context::push);
        make(SendingSocket.class, context::push);
        make(Receiver.class, context::pull);
        make(ReceivingSocket.class, context::pull);
        make(RoutedSocket.class, context::server);
        make(MessageHandler.class, () -> (MessageHandler) message -> {});
        make(Consumption.class, () -> context.pull().onMessage(message -> {}));
        make(Poller.class, context::poller);
        make(Poller.Item.class, () -> context.poller().onReadable(context.pull()));
        make(Proxy.class, () -> Proxy.between(context.router(), context.dealer()));
        make(Device.class, () -> Device.queue(context, freshName(), freshName()));
        make(Server.class, () -> context.rep().serve(request -> request));
        make(ServerOptions.class, this::serverOptions);
        make(ServerStatistics.class, () -> new ServerStatistics(1, 0, 0));
        make(Handler.class, () -> (Handler) request -> request);
        make(Executor.class, () -> (Executor) Runnable::run);
        make(BiFunction.class, () -> (BiFunction<Message, Throwable, Message>) (request, failure) -> null);
        make(DropCounters.class, DropCounters::new);
        make(DropCounters.Listener.class, () -> (DropCounters.Listener) (reason, count) -> {});
        make(Registration.class, () -> (Registration) () -> {});
        make(Directory.class, () -> (Directory) (watched, listener) -> () -> {});
        make(EndpointState.class, () -> EndpointState.LISTENING);
        make(Binding.class, () -> context.pull().bind(freshName()));
        make(Connection.class, () -> context.push().connect(freshName()));
        make(Attachment.class, () -> context.pull().bind(freshName()));
        make(DropReason.class, () -> DropReason.PEER_GONE);
        make(SocketEvent.class, () -> EVENT);
        make(SocketEvent.Type.class, () -> SocketEvent.Type.CLOSED);
        make(Traffic.class, () -> TRAFFIC);
        make(PeerStatistics.class, () -> PEER);
        make(Peer.class, () -> SENDER);
        make(Received.class, () -> new Received(Message.of("a"), SENDER));
        make(Routed.class, () -> new Routed(1, Message.of("a"), SENDER));
        make(SocketStatistics.class, () -> STATISTICS);
        make(EndpointSnapshot.class, () -> ENDPOINT);
        make(ConnectionTotals.class, () -> CONNECTIONS);
        make(SocketSnapshot.class, () -> SOCKET);
        make(LoopSnapshot.class, () -> new LoopSnapshot("loop", true, 1));
        make(EndedSockets.class, () -> new EndedSockets("PUB", "", 1, TRAFFIC, 1, Map.of(), CONNECTIONS));
        make(LoggedEvent.class, () -> new LoggedEvent(1, Instant.EPOCH, 1, "PUB #1", EVENT));
        make(ContextSnapshot.class, () -> SNAPSHOT);
        make(Diagnosis.class, Diagnosis::new);
        make(Thresholds.class, Thresholds::standard);
        make(Finding.class, () -> FINDING);
        make(Finding.Kind.class, () -> Finding.Kind.DROPPING);
        make(Finding.Severity.class, () -> Finding.Severity.WARNING);
        make(Health.class, () -> new Health(Health.Status.DEGRADED, List.of(FINDING)));
        make(Health.Status.class, () -> Health.Status.UP);
        make(HealthCheck.class, () -> HealthCheck.of(context));
        make(Statistics.class, Statistics::new);
        make(MBeanServer.class, MBeanServerFactory::newMBeanServer);
        make(ObjectName.class, () -> Statistics.NAME);
        make(Boolean.class, () -> false);
        make(OptionValues.class, () -> new OptionValues(SocketType.DEALER));
        make(SocketOption.class, () -> SocketOptions.SNDHWM);
        make(AbsentOption.class, () -> SocketOptions.absent().get(0));
        make(Message.class, () -> Message.of("a", "b"));
        make(MessageBuilder.class, () -> Message.builder().text("a"));
        make(Frame.class, () -> Message.of("a").first());
        make(Frame[].class, () -> Message.of("a", "b").frames().toArray(Frame[]::new));
        make(Iterable.class, () -> Message.of("a", "b"));
        make(Subscription.class, () -> Subscription.of(Message.of("\1a")).orElseThrow());
        make(Codec.class, World::codec);
        make(Codec.Decoder.class, () -> (Codec.Decoder<String>) Message::text);
        make(TypedSender.class, () -> context.push().sending(codec()));
        make(TypedReceiver.class, () -> context.pull().receiving(codec()));
        make(SocketType.class, () -> SocketType.DEALER);
        make(SocketType.Speech.class, () -> SocketType.Speech.ZMTP);
        make(InetSocketAddress.class, () -> new InetSocketAddress("127.0.0.1", 9));
        make(RequestFailedException.Reason.class, () -> RequestFailedException.Reason.TIMEOUT);
        make(CloseReason.class, () -> CloseReason.PEER_CLOSED);
        make(EngineOptions.class, () -> ENGINE_OPTIONS);
        make(EngineListener.class, Silent::new);
        make(MessageSource.class, () -> (MessageSource) () -> null);
        make(Outgoing.class, () -> new Outgoing(64));
        make(Unsent.class, () -> new Unsent(null, 0).add(ByteBuffer.wrap(new byte[] {0, 1, 'x'})));
        make(PeerInfo.class, () -> new PeerInfo("DEALER", new byte[] {1}, "3.1", "NULL", null, Map.of("a", "b")));
        make(Engine.class, () -> new ZmtpEngine(ENGINE_OPTIONS, new Silent(), 0));
        make(Engine.Factory.class, () -> ZmtpEngine.with(ENGINE_OPTIONS));
        make(Mechanism.Seal.class, () -> new Mechanism.Seal(new ToySeal.ToySealer(), new ToySeal.ToyOpener()));
        make(Sealer.class, ToySeal.ToySealer::new);
        make(Opener.class, ToySeal.ToyOpener::new);
        make(RawEngine.class, () -> new RawEngine(new Silent(), 0));
        make(ZmtpEngine.class, () -> new ZmtpEngine(ENGINE_OPTIONS, new Silent(), 0));
        make(Mechanism.class, () -> new NullMechanism(new Metadata()));
        make(NullMechanism.class, () -> new NullMechanism(new Metadata()));
        make(Security.class, Plain::server);
        make(Plain.class, Plain::server);
        make(SecurityProvider.class, () -> new SecurityProvider() {
            @Override
            public String mechanism() {
                return "NULL";
            }

            @Override
            public Security create(Map<String, String> settings) {
                return Security.none();
            }
        });
        make(Ask.Answer.class, () -> (Ask.Answer) Mechanism.Step::sending);
        make(Ask.class, () -> (Ask.Work) () -> Mechanism.Step::sending);
        make(Ask.Work.class, () -> (Ask.Work) () -> Mechanism.Step::sending);
        make(Ask.Authenticate.class, () -> new Ask.Authenticate() {
            @Override
            public List<byte[]> credentials() {
                return List.of();
            }

            @Override
            public Ask.Answer decided(Verdict verdict) {
                return Mechanism.Step::sending;
            }
        });
        make(Verdict.class, () -> new Verdict(Verdict.Status.SUCCESS, "OK", "", new Metadata()));
        make(Verdict.Status.class, () -> Verdict.Status.SUCCESS);
        make(Mechanism.Step.class, Mechanism.Step::sending);
        make(Command[].class, () -> new Command[] {Command.of("READY", new byte[1])});
        make(Command.class, () -> Command.of("READY", new byte[1]));
        make(FrameFormat.class, () -> FrameFormat.ZMTP_3);
        make(FrameReader.Rule.class, () -> (FrameReader.Rule) (flags, bodySize) -> {});
        make(FrameReader.class, () -> new FrameReader(FrameFormat.ZMTP_3, (flags, bodySize) -> {}));
        make(MessageAssembler.class, () -> new MessageAssembler(-1));
        make(Metadata.class, () -> new Metadata().put("a", new byte[1]));
        make(ProtocolException.class, () -> new ProtocolException(CloseReason.PEER_CLOSED, "over"));
        make(io.zmq4j.zmtp.wire.ZmtpVersion.class, () -> io.zmq4j.zmtp.wire.ZmtpVersion.ZMTP_3_1);

        make(boolean.class, () -> true);
        make(byte.class, () -> (byte) 1);
        make(int.class, () -> 1);
        make(long.class, () -> 1L);
        // An option's value.
        make(Object.class, () -> 10);
        make(byte[].class, () -> new byte[64]);
        make(CharSequence.class, () -> "HelloWorld");
        make(byte[][].class, () -> new byte[][] {{1}, {2}});
        make(String[].class, () -> new String[] {"a", "b"});
        make(List.class, () -> List.of(new byte[] {1}));
        make(Set.class, () -> Set.of(SocketOptions.SNDHWM));
        make(Map.class, () -> Map.of("a", "b"));
        make(Collection.class, () -> List.of(new byte[32]));
        make(Path.class, World::file);
        make(BiConsumer.class, () -> (BiConsumer<Object, Object>) (message, failure) -> {});
        make(BiPredicate.class, () -> (BiPredicate<String, String>) (user, password) -> false);
        make(Function.class, () -> (Function<byte[], String>) key -> null);
        make(Instant.class, () -> Instant.EPOCH);
        make(Duration.class, () -> Duration.ofMillis(1));
        make(Throwable.class, () -> new IOException("cause"));
        make(Consumer.class, () -> (Consumer<Object>) event -> {});
        make(Runnable.class, () -> (Runnable) () -> {});
        make(ByteBuffer.class, () -> ByteBuffer.allocate(1));
        make(ByteBuffer[].class, () -> new ByteBuffer[] {ByteBuffer.allocate(1)});
        make(Charset.class, () -> StandardCharsets.US_ASCII);
        make(SelectableChannel.class, World::channel);
    }

    private <T> void make(Class<T> type, Supplier<? extends Object> maker) {
        makers.put(type, maker::get);
    }

    private static Codec<Object> codec() {
        return Codec.of(value -> Message.of(value.toString()), Message::text);
    }

    private ServerOptions serverOptions() {
        var seen = new ArrayList<ServerOptions>();
        context.router().serve(request -> request, seen::add);
        return seen.get(0);
    }

    private static Path file() {
        try {
            Path file = Files.createTempFile("world", "");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SelectableChannel channel() {
        try {
            var source = Pipe.open().source();
            source.configureBlocking(false);
            return source;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Silent implements EngineListener {
        @Override
        public void onHandshake(PeerInfo peer) {}

        @Override
        public boolean onMessage(Message message) {
            return true;
        }

        @Override
        public void onOutput() {}

        @Override
        public void onAsk(Ask ask) {
            throw new AssertionError("NULL asks nothing");
        }
    }

    String freshName() {
        return "inproc://" + ++names;
    }

    /** Where such a socket can be bound. */
    String freshPlace(Socket socket) {
        return switch (socket.type().speech()) {
            case ZMTP -> freshName();
            case BYTES -> "tcp://127.0.0.1:*";
            case DATAGRAMS -> "udp://127.0.0.1:*";
        };
    }

    /** An object to call. */
    Object subject(Class<?> type) {
        if (Socket.class.isAssignableFrom(type)) {
            return context.socket(SocketType.named(type.getSimpleName().replace("Socket", "")));
        }
        if (RuntimeException.class.isAssignableFrom(type)) {
            return new IllegalStateException("an exception has nothing to call");
        }
        return made(type, type.getName());
    }

    /** An argument that is right. */
    Object argument(Parameter parameter) {
        if (parameter.getName().equals("drops")) {
            return Map.of(DropReason.PEER_GONE, 1L);
        }
        if (parameter.getName().equals("refused") || parameter.getName().equals("ended")) {
            return parameter.getType() == Map.class ? Map.of(CloseReason.PEER_CLOSED, 1L) : List.of();
        }
        if (parameter.getType() != String.class) {
            return made(parameter.getType(), parameter.getDeclaringExecutable() + ", parameter " + parameter.getName());
        }
        return switch (parameter.getName()) {
            case "endpoint", "frontend", "backend" -> freshName();
            case "name" ->
                parameter.getDeclaringExecutable().getDeclaringClass() == SocketType.class ? "REQ" : "SNDHWM";
            default -> "10";
        };
    }

    private Object made(Class<?> type, String use) {
        Supplier<Object> maker = makers.get(type);
        if (maker == null) {
            throw new AssertionError("World cannot make a " + type.getName() + " yet, for " + use);
        }
        return maker.get();
    }

    /** What can be seen of an object's state. */
    static String stateOf(Object subject) {
        if (subject instanceof Socket socket) {
            return socket.isClosed()
                    + socket.name()
                    + socket.lastEndpoint()
                    + socket.peerCount()
                    + socket.drops()
                    + SocketOptions.of(socket.type()).stream()
                            .map(option -> option + "=" + formatted(socket, option))
                            .collect(Collectors.joining(" "));
        }
        if (subject instanceof OptionValues values) {
            return SocketOptions.of(SocketType.DEALER).stream()
                    .map(values::format)
                    .collect(Collectors.joining(" "));
        }
        if (subject instanceof SocketDefaults defaults) {
            return SocketOptions.all().stream().map(defaults.values()::format).collect(Collectors.joining(" "));
        }
        if (subject instanceof Context context) {
            return String.valueOf(context.isClosed());
        }
        if (subject instanceof DropCounters counters) {
            return counters.snapshot().toString();
        }
        if (subject instanceof MessageAssembler assembler) {
            return String.valueOf(assembler.isEmpty());
        }
        return String.valueOf(subject);
    }

    private static <T> String formatted(Socket socket, SocketOption<T> option) {
        return option.format(socket.get(option));
    }

    @Override
    public void close() {
        context.close(Duration.ofSeconds(1));
        contexts.forEach(each -> each.close(Duration.ofSeconds(1)));
    }
}
