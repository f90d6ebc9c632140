package published;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;

/** JJava's kernel (org.dflib.jjava:jjava-jupyter), spoken to by Jupyter's client as a notebook would. */
class JupyterTest {
    /** JeroMQ's ipc is tcp, which no other program can connect to. */
    @ParameterizedTest(name = "{0} over {1}")
    @CsvSource({"JEROMQ, tcp", "ZMQ4J, tcp", "ZMQ4J, ipc"})
    void aKernelRunsCompletesIsInterruptedAndShutsDown(Installation installation, String transport) throws Exception {
        var arguments = new ArrayList<>(List.of(transport));
        arguments.addAll(installation.java(Kernel.class, BaseKernel.class, Gson.class, Logger.class));
        Scene.python("kernel_client.py", arguments);
    }
}
