package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.DgramSocket;
import io.zmq4j.DishSocket;
import io.zmq4j.RadioSocket;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.NodePeer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RADIO, DISH and DGRAM over udp with libzmq 4.3.5. */
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

    /** Who has no Node, or no way to npm's registry, tests everything else. */
    @BeforeAll
    static void findNode() {
        try {
            node = NodePeer.Home.in(Path.of("target", "node"));
        } catch (IOException e) {
            System.err.println(
                    "\n*** NOT TESTED: udp with libzmq's draft types, for which node, npm and its package zeromq are"
                            + " needed ***\n" + e.getMessage() + "\n");
            Assumptions.abort("no Node with zeromq: " + e.getMessage());
        }
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

    @Test
    void datagramsGoBothWays() throws IOException {
        DgramSocket dgram = rig.context().dgram();
        dgram.bind("udp://127.0.0.1:*");
        int there = freePort();
        try (var theirs = node.start(PROLOGUE + """
                run(async () => {
                  const dgram = new zmq.Datagram()
                  await dgram.bind(endpoint)
                  console.log('bound')
                  for (let i = 0; i < 10; i++) {
                    const [address, text] = await dgram.receive()
                    await dgram.send([address, 're: ' + text])
                  }
                })
                """, "udp://127.0.0.1:" + there)) {
            theirs.expectLine("bound", Rig.PATIENCE);
            for (int i = 0; i < 10; i++) {
                dgram.send("127.0.0.1:" + there, ("number " + i).getBytes());
                assertThat(Rig.receive(dgram)).isEqualTo(Message.of("127.0.0.1:" + there, "re: number " + i));
            }
        }
    }
}
