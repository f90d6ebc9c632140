package published;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JJava's kernel (org.dflib.jjava:jjava-jupyter), spoken to by Jupyter's client as a notebook would. */
class JupyterTest {
    /** With JeroMQ there is no ipc: its is tcp, which no other program can connect to. */
    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc"})
    void aKernelRunsCompletesIsInterruptedAndShutsDown(String transport) throws Exception {
        var arguments = new ArrayList<>(List.of(transport));
        arguments.addAll(Installation.ofThisRun().java(Kernel.class));
        Scene.python("kernel_client.py", arguments);
    }
}
