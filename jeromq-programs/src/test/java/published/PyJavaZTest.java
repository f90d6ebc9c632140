package published;

import mmcorej.org.json.JSONObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.micromanager.pyjavaz.ZMQServer;

/** PyJavaZ (org.micro-manager.pyjavaz), through which Python calls Java, spoken to by pyzmq. */
class PyJavaZTest {
    @ParameterizedTest
    @EnumSource
    void pythonMakesObjectsCallsThemAndGetsBytes(Installation installation) throws Exception {
        Scene.python("bridge_client.py", installation.java(Bridge.class, ZMQServer.class, JSONObject.class));
    }
}
