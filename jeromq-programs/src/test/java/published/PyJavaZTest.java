package published;

import org.junit.jupiter.api.Test;

/** PyJavaZ (org.micro-manager.pyjavaz), through which Python calls Java, spoken to by pyzmq. */
class PyJavaZTest {
    @Test
    void pythonMakesObjectsCallsThemAndGetsBytes() throws Exception {
        Scene.python("bridge_client.py", Installation.ofThisRun().java(Bridge.class));
    }
}
