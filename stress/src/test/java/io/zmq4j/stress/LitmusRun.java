package io.zmq4j.stress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.StateCase;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.ForkedTestConfig;
import org.openjdk.jcstress.infra.runners.Runner;
import org.openjdk.jcstress.infra.runners.SpinLoopStyle;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * A jcstress test in this very virtual machine. The harness of jcstress starts machines of its own, and takes seconds to
 * find out how; so its generated runner is used without it, which also lets a fault be planted beneath a test.
 */
public final class LitmusRun {
    private static final int STRIDE = 256;
    private static final int STRIDES = 10;
    private static final int MOST_MEGABYTES = 64;

    private final TestInfo info;
    private final Class<?> runner;
    private long samples;

    /** A test of the classes as they are. */
    public static LitmusRun of(Litmus litmus) {
        return new LitmusRun(litmus, Map.of());
    }

    /** A test of the classes with its fault. */
    public static LitmusRun planted(Litmus litmus) {
        return new LitmusRun(litmus, litmus.plant.classes());
    }

    private LitmusRun(Litmus litmus, Map<String, byte[]> planted) {
        info = TestList.getInfo(litmus.test);
        try {
            runner = new SubjectLoader(planted, null).loadClass(info.generatedRunner());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs for about so long; gives what must not be and was seen, or null. */
    public String run(int millis) {
        TestResult result;
        try {
            result = ((Runner<?>) runner.getConstructor(ForkedTestConfig.class).newInstance(config(millis))).run();
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
        samples += result.getTotalCount();
        if (result.status() != Status.NORMAL) {
            return result.status() + ": "
                    + result.getMessages().stream().limit(1).toList();
        }
        var forbidden = new TreeMap<String, Long>();
        for (String state : result.getStateKeys()) {
            if (expect(state) == Expect.FORBIDDEN) {
                forbidden.put(state, result.getCount(state));
            }
        }
        return forbidden.isEmpty() ? null : "forbidden: " + forbidden + " of " + result.getTotalCount();
    }

    /** How often the actors met so far. */
    public long samples() {
        return samples;
    }

    private Expect expect(String state) {
        for (StateCase each : info.cases()) {
            if (each.matchesExactly(state)) {
                return each.expect();
            }
        }
        return info.unmatched().expect();
    }

    /** As the harness hands it to the machines that it starts. */
    private ForkedTestConfig config(int millis) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(SpinLoopStyle.THREAD_YIELD.ordinal());
        out.writeInt(millis);
        out.writeInt(1);
        out.writeUTF(info.generatedRunner());
        out.writeInt(MOST_MEGABYTES);
        out.writeInt(STRIDE);
        out.writeInt(STRIDES);
        out.writeBoolean(false);
        return new ForkedTestConfig(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    }
}
