package published;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** JJava's kernel (org.dflib.jjava:jjava-jupyter), spoken to by Jupyter's client as a notebook would. */
class JupyterTest {
    /** With JeroMQ there is no ipc: its is tcp, which no other program can connect to. */
    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ipc"})
    void aKernelRunsCompletesIsInterruptedAndShutsDown(String transport) throws Exception {
        var arguments = new ArrayList<>(List.of(transport));
        arguments.addAll(Installation.ofThisRun().java(Kernel.class, BaseKernel.class, Gson.class, Logger.class));
        Scene.python("kernel_client.py", arguments);
    }
}
