package io.zmq4j.cli;

import io.zmq4j.zmtp.SocketType;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every verb: its name, what it does in a few words, and an example. In the order of the help. */
enum Verb {
    PUSH("Share messages out among workers.", "seq 1000 | zmq push -b 'tcp://*:5557'"),
    PULL("Print the messages that are shared out.", "zmq pull -c tcp://localhost:5557 -n 1000"),
    PUB("Publish messages to all subscribers.", "zmq pub -b 'tcp://*:5556' --wait-for-peer 'netherlands goal'"),
    SUB("Print what is published.", "zmq sub -c tcp://localhost:5556 -s netherlands -s germany"),
    REQ("Ask, and print the reply.", "zmq req -c tcp://localhost:5555 --timeout 2 --retries 3 Hello"),
    REP("Print requests, and answer them.", "zmq rep -b 'tcp://*:5555' --command 'tr a-z A-Z'"),
    DEALER("Ask without waiting: send, and print what comes.", "zmq dealer -c tcp://localhost:5555 -n 10 '' Hello"),
    ROUTER(
            "Print messages after their sender's routing id; send likewise.",
            "zmq router -b 'tcp://*:5559' --lines --input text"),
    XPUB("Publish, and print the subscriptions.", "tail -f events.log | zmq xpub -b 'tcp://*:5560'"),
    XSUB("Print what is published, and send to the publishers.", "zmq xsub -c tcp://localhost:5556 -s germany"),
    PAIR("Talk with one peer, both ways.", "zmq pair -b 'tcp://*:5556'"),
    STREAM(
            "Print bytes of plain connections after their id; send likewise.",
            "zmq stream -b 'tcp://*:5565' --lines --input text"),
    CLIENT("Send to servers in turn, and print what comes.", "zmq client -c tcp://localhost:5558 -n 1 Hello"),
    SERVER(
            "Print messages after their client's number; send likewise.",
            "zmq server -b 'tcp://*:5558' --lines --input text"),
    RADIO("Send to those who have joined a group.", "zmq radio -b 'tcp://*:5561' --wait-for-peer weather sunny"),
    DISH("Print what is sent to groups, after the group.", "zmq dish -c tcp://localhost:5561 -j weather -j sports"),
    SCATTER("Share messages of one frame out.", "seq 1000 | zmq scatter -b 'tcp://*:5562'"),
    GATHER("Print the messages that are scattered.", "zmq gather -c tcp://localhost:5562 -n 1000"),
    DGRAM("Print datagrams after their sender; send likewise.", "zmq dgram -b 'udp://*:5566' 127.0.0.1:5567 Hello"),
    PEER("Print messages after their peer's number; send likewise.", "zmq peer -b 'tcp://*:5563' --lines --input text"),
    CHANNEL("Talk with one peer, a frame at a time.", "zmq channel -b 'tcp://*:5564'"),
    PROXY("Pass messages between two endpoints.", "zmq proxy queue 'tcp://*:5559' 'tcp://*:5560'"),
    MONITOR("Print what happens to a socket's connections.", "zmq monitor sub -c tcp://localhost:5556"),
    PROBE("Find out what is behind an endpoint.", "zmq probe tcp://localhost:5555"),
    DOCTOR("Check this machine, and what to do.", "zmq doctor"),
    LOG("Print log records that are published.", "zmq log tcp://localhost:5570 --level warning"),
    OPTIONS("List the socket options.", "zmq options sub"),
    KEYGEN("Make a pair of CURVE keys.", "zmq keygen --zcert server.key"),
    TOP("Show what the sockets of a process do, live.", "zmq top 4711", "io.zmq4j.view.top.TopCommand"),
    DASHBOARD(
            "Show processes and their sockets in a browser.",
            "zmq dashboard 4711 ipc:///run/app.zmq",
            "io.zmq4j.dashboard.DashboardCommand"),
    BROKER(
            "Run the middle of a reliable pattern.",
            "zmq broker majordomo -b 'tcp://*:5555'",
            "io.zmq4j.services.broker.BrokerCommand"),
    BRIDGE(
            "Carry messages to Kafka or NATS, and back.",
            "zmq bridge 'pull://*:5557' kafka://localhost:9092/orders",
            "io.zmq4j.services.bridge.BridgeCommand"),
    DEMO("Play the scenarios through.", "zmq demo S8", "io.zmq4j.demo.DemoCommand"),
    BENCH(
            "Measure, alone or against other libraries.",
            "zmq bench inproc_thr 10 10000000",
            "io.zmq4j.bench.BenchCommand");

    private final String summary;
    private final String example;

    /**
     * The class of a verb that another module brings, or empty: public, with a public constructor without parameters, a
     * picocli command and {@code Callable<Integer>}. It is looked up when it is asked for; where it is missing so is the
     * verb.
     */
    private final String className;

    Verb(String summary, String example) {
        this(summary, example, "");
    }

    Verb(String summary, String example, String className) {
        this.summary = summary;
        this.example = example;
        this.className = className;
    }

    /** Those that are there, in the order of the help. */
    static List<Verb> all() {
        return Arrays.stream(values()).filter(Verb::isPresent).toList();
    }

    /** The verb of this name, in any case. */
    static Verb named(String name) {
        for (var verb : values()) {
            if (verb.word().equals(name.toLowerCase(Locale.ROOT)) && verb.isPresent()) {
                return verb;
            }
        }
        var words = all().stream().map(Verb::word).toList();
        throw new UsageException("'" + name + "' is no verb: one of " + String.join(", ", words) + " is allowed"
                + Nearest.question(name.toLowerCase(Locale.ROOT), words));
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    String example() {
        return example;
    }

    private boolean isPresent() {
        return className.isEmpty()
                || Verb.class.getClassLoader().getResource(className.replace('.', '/') + ".class") != null;
    }

    /** Its command, and no class of any other verb's. */
    CommandLine commandLine(Streams streams) {
        var commandLine = command(streams);
        commandLine.setCommandName("zmq " + word());
        if (!commandLine.getCommandSpec().optionsMap().containsKey("--help")) {
            commandLine
                    .getCommandSpec()
                    .addOption(OptionSpec.builder("-h", "--help")
                            .usageHelp(true)
                            .description("Show this help.")
                            .build());
        }
        var usage = commandLine.getCommandSpec().usageMessage();
        if (usage.description().length == 0) {
            usage.description(summary);
        }
        if (usage.footer().length == 0) {
            usage.footer("", "Example:", "  " + example);
        }
        if (usage.exitCodeList().isEmpty()) {
            usage.exitCodeListHeading("%nExit code:%n");
            usage.exitCodeList(exitCodes());
        }
        return commandLine;
    }

    private Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        codes.put(String.valueOf(Exit.DONE), "done");
        codes.put(String.valueOf(Exit.ERROR), "error, of which stderr has a line");
        if (this == PROBE) {
            codes.put(String.valueOf(Exit.DONE), "it is ZMTP, for this side");
            codes.put(String.valueOf(Exit.ERROR), "it is not: stdout has a sentence");
        } else if (this == DOCTOR) {
            codes.put(String.valueOf(Exit.DONE), "nothing is broken");
            codes.put(String.valueOf(Exit.ERROR), "something is broken: stdout has what to do");
        } else if (this != OPTIONS
                && this != KEYGEN
                && this != TOP
                && this != DASHBOARD
                && this != BROKER
                && this != BRIDGE) {
            codes.put(String.valueOf(Exit.TIMED_OUT), "timed out");
        }
        if (this == PUB || this == XPUB || this == RADIO) {
            codes.put(
                    String.valueOf(Exit.NOBODY_LISTENS),
                    this == XPUB ? "with --send-only, published to nobody" : "published to nobody");
        }
        codes.put(String.valueOf(Exit.USAGE), "wrong arguments");
        codes.put(String.valueOf(Exit.INTERRUPTED), "interrupted");
        codes.put(String.valueOf(Exit.OUTPUT_CLOSED), "the reader of stdout has gone");
        return codes;
    }

    private CommandLine command(Streams streams) {
        return switch (this) {
            case PUSH, PUB, SCATTER, RADIO -> new SendVerb(SocketType.named(name()), streams).commandLine();
            case PULL, SUB, GATHER, DISH -> new ReceiveVerb(SocketType.named(name()), streams).commandLine();
            case REQ -> new RequestVerb(streams).commandLine();
            case REP -> new ReplyVerb(streams).commandLine();
            case DEALER, ROUTER, XPUB, XSUB, PAIR, STREAM, DGRAM, CLIENT, SERVER, PEER, CHANNEL ->
                new BothWaysVerb(SocketType.named(name()), streams).commandLine();
            case PROXY -> new CommandLine(new ProxyVerb(streams));
            case MONITOR -> new CommandLine(new MonitorVerb(streams));
            case PROBE -> new CommandLine(new ProbeVerb(streams));
            case DOCTOR -> new CommandLine(new DoctorVerb(streams));
            case LOG -> new CommandLine(new LogVerb(streams));
            case OPTIONS -> new CommandLine(new OptionsVerb(streams));
            case KEYGEN -> new CommandLine(new KeygenVerb(streams));
            case TOP, DASHBOARD -> SecuredAsking.addTo(new CommandLine(extension()));
            case BROKER -> SecuredServing.addTo(new CommandLine(extension()));
            case BRIDGE, DEMO, BENCH -> new CommandLine(extension());
        };
    }

    private Object extension() {
        try {
            return Class.forName(className).getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(className + " cannot be made: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(className + " has no public constructor without parameters", e);
        }
    }
}
