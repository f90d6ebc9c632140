package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.DishSocket;
import io.zmq4j.RadioSocket;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.NodePeer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RADIO and DISH over udp, to one and to a multicast group, with libzmq 4.3.5. */
class UdpNodeTest {
    private static final String PROLOGUE = """
            const zmq = require('zeromq/draft')
            const [endpoint] = process.argv.slice(1)
            async function run(body) {
              try { await body() } catch (e) { console.error(e); process.exit(1) }
              process.exit(0)
            }
            """;

    private static NodePeer.Home node;

    @RegisterExtension
    final Rig rig = new Rig();

    @BeforeAll
    static void findNode() {
        node = Node.orAbort();
    }

    private static int freePort() throws IOException {
        try (var probe = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1;239.192.7.20"})
    void ourDishHearsTheirRadio(String place) {
        DishSocket dish = rig.context().dish().join("weather");
        int port = dish.bind("udp://" + place + ":*").port();
        try (var theirs = node.start(PROLOGUE + """
                run(async () => {
                  const radio = new zmq.Radio({linger: 2000})
                  radio.connect(endpoint)
                  await radio.send('wrong', {group: 'weather/nl'})
                  await radio.send('sunny', {group: 'weather'})
                  await radio.send('', {group: 'weather'})
                  console.log('sent')
                  await new Promise(resolve => setTimeout(resolve, 20000).unref())
                })
                """, "udp://" + place + ":" + port)) {
            assertThat(Rig.receive(dish)).isEqualTo(Message.of("weather", "sunny"));
            assertThat(Rig.receive(dish)).isEqualTo(Message.of("weather", ""));
            theirs.expectLine("sent", Rig.PATIENCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1;239.192.7.21"})
    void theirDishHearsOurRadio(String place) throws IOException {
        RadioSocket radio = rig.context().radio();
        String endpoint = "udp://" + place + ":" + freePort();
        try (var theirs = node.start(PROLOGUE + """
                run(async () => {
                  const dish = new zmq.Dish()
                  await dish.bind(endpoint)
                  dish.join('weather')
                  console.log('bound')
                  const [text, {group}] = await dish.receive()
                  console.log(group + ': ' + text)
                })
                """, endpoint)) {
            theirs.expectLine("bound", Rig.PATIENCE);
            radio.connect(endpoint);
            radio.send("weather/nl", "wrong");
            radio.send("weather", "sunny");
            theirs.expectLine("weather: sunny", Rig.PATIENCE);
        }
    }
}
