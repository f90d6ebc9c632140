package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.RadioSocket;
import io.zmq4j.Socket;
import io.zmq4j.event.Routed;
import io.zmq4j.message.Message;
import io.zmq4j.testkit.NodePeer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several CLIENTs, and groups that are joined and left, with libzmq 4.3.5, whoever binds. */
class SingleFrameNodeTest {
    private static final int MANY = 100;

    /** {@code meet(socket)} binds, or connects to where it is told. */
    private static final String PROLOGUE = """
            const zmq = require('zeromq/draft')
            const [endpoint] = process.argv.slice(1)
            async function meet(socket) {
              socket.linger = 0
              if (endpoint === 'bind') {
                await socket.bind('tcp://127.0.0.1:*')
                console.log(socket.lastEndpoint)
              } else {
                socket.connect(endpoint)
                console.log('connected')
              }
            }
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

    private NodePeer meet(Socket ours, boolean weBind, String program) {
        if (weBind) {
            NodePeer theirs = node.start(
                    PROLOGUE + program, ours.bind("tcp://127.0.0.1:*").uri());
            theirs.expectLine("connected", Rig.PATIENCE);
            return theirs;
        }
        NodePeer theirs = node.start(PROLOGUE + program, "bind");
        ours.connect(theirs.nextLine(Rig.PATIENCE));
        return theirs;
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void theirClientsAskOurServer(boolean weBind) {
        var server = rig.context().server();
        String program = """
                run(async () => {
                  const client = new zmq.Client()
                  await meet(client)
                  for (let i = 0; i < 100; i++) {
                    await client.send('question ' + i)
                    const [reply] = await client.receive()
                    if (reply.toString() !== 're: question ' + i) throw new Error(reply.toString())
                  }
                  console.log('done')
                })
                """;
        try (var one = meet(server, weBind, program);
                var other = meet(server, weBind, program)) {
            for (int i = 0; i < 2 * MANY; i++) {
                Routed request = server.receiveRouted(Rig.PATIENCE).orElseThrow();
                server.send(request.routingId(), "re: " + request.message().text());
            }
            one.expectLine("done", Rig.PATIENCE);
            other.expectLine("done", Rig.PATIENCE);
        }
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void theirDishHearsTheGroupsOfOurRadio(boolean weBind) {
        var radio = rig.context().radio();
        try (var dish = meet(radio, weBind, """
                run(async () => {
                  const dish = new zmq.Dish()
                  dish.join('weather', 'sport')
                  await meet(dish)
                  const show = async () => {
                    const [text, {group}] = await dish.receive()
                    console.log(group + ': ' + text)
                    return group.toString()
                  }
                  while (await show() !== 'weather');
                  dish.leave('sport', 'weather')
                  dish.join('x'.repeat(255))
                  await show()
                })
                """)) {
            assertThat(radio.awaitPeer(Rig.PATIENCE)).isTrue();
            sendUntilHeard(radio, "sport", "goal");
            dish.expectLine("sport: goal", Rig.PATIENCE);
            radio.send("weather/nl", "rain");
            sendUntilHeard(radio, "weather", "sunny");
            String line;
            do {
                line = dish.nextLine(Rig.PATIENCE);
                assertThat(line).isIn("sport: goal", "weather: sunny");
            } while (!line.equals("weather: sunny"));
            String longest = "x".repeat(255);
            sendUntilHeard(radio, longest, "long");
            dish.expectLine(longest + ": long", Rig.PATIENCE);
        }
    }

    private static void sendUntilHeard(RadioSocket radio, String group, String text) {
        long before = radio.statistics().traffic().messagesOut();
        Rig.await("the group is joined", () -> {
            radio.send(group, text);
            return radio.statistics().traffic().messagesOut() > before;
        });
    }

    @ParameterizedTest(name = "we bind: {0}")
    @ValueSource(booleans = {true, false})
    void ourDishHearsTheGroupsOfTheirRadio(boolean weBind) {
        var dish = rig.context().dish().join("weather").join("x".repeat(255));
        try (var radio = meet(dish, weBind, """
                run(async () => {
                  const radio = new zmq.Radio()
                  await meet(radio)
                  for (let i = 0; ; i++) {
                    await radio.send('rain', {group: 'weather/nl'})
                    await radio.send('sunny', {group: 'weather'})
                    await radio.send('long', {group: 'x'.repeat(255)})
                    await radio.send('goal', {group: 'sport'})
                    await new Promise(done => setTimeout(done, 10))
                  }
                })
                """)) {
            assertThat(radio.isAlive()).isTrue();
            assertThat(Rig.receive(dish).text()).isIn("weather", "x".repeat(255));
            assertThat(Rig.receive(dish)).isIn(Message.of("weather", "sunny"), Message.of("x".repeat(255), "long"));
            dish.join("sport");
            Message last;
            do {
                last = Rig.receive(dish);
                assertThat(last.text()).isNotEqualTo("weather/nl");
            } while (!last.equals(Message.of("sport", "goal")));
            dish.leave("weather");
            assertThat(Rig.receive(dish).text()).isIn("sport", "x".repeat(255));
        }
    }
}
