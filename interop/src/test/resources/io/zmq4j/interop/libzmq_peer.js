// A libzmq peer with draft types under remote control, through npm's zeromq.
//
// Reads one command a line from standard input and answers each with one line on standard output: "ok" and what was asked for, or
// "error" and why. Frames travel in hexadecimal, "-" stands for an empty one. The process ends with its standard input.
//
//     open NAME TYPE [OPTION=VALUE]...   a new socket; VALUE is a number or text
//     close NAME
//     bind NAME ENDPOINT                 answers the endpoint with its real port
//     connect NAME ENDPOINT
//     subscribe NAME FRAME
//     join NAME FRAME
//     attend NAME                        lets libzmq look at what has come for the socket
//     send NAME FRAME...                 to a SERVER, its first frame is the routing id; to a RADIO, the group
//     recv NAME                          answers the frames; from a SERVER, the first is the routing id; from a DISH, the group
//     reset                              closes every socket

const {Socket} = require('zeromq')

const PATIENCE = 15000
const RETRY = 2

const TYPES = ['PAIR', 'PUB', 'SUB', 'REQ', 'REP', 'DEALER', 'ROUTER', 'PULL', 'PUSH', 'XPUB', 'XSUB', 'STREAM',
  'SERVER', 'CLIENT', 'RADIO', 'DISH', 'GATHER', 'SCATTER', 'DGRAM', 'PEER', 'CHANNEL']
const OPTIONS = {ROUTING_ID: 5, SUBSCRIBE: 6, EVENTS: 15, LINGER: 17, RECONNECT_IVL: 18, RCVTIMEO: 27, SNDTIMEO: 28,
  ROUTER_MANDATORY: 33, HEARTBEAT_IVL: 75, HEARTBEAT_TIMEOUT: 77}

// The package has no class of its own for PEER and CHANNEL, and gives out no routing id of a PEER.
class Any extends Socket {
  constructor(kind) {
    super(TYPES.indexOf(kind))
    this.setInt32Option(OPTIONS.LINGER, 0)
    this.setInt32Option(OPTIONS.RCVTIMEO, PATIENCE)
    this.setInt32Option(OPTIONS.SNDTIMEO, PATIENCE)
    if (kind === 'ROUTER') this.setBoolOption(OPTIONS.ROUTER_MANDATORY, true)
  }
}

const text = frame => Buffer.from(frame).toString('hex') || '-'
const frame = hex => hex === '-' ? Buffer.alloc(0) : Buffer.from(hex, 'hex')

const sockets = {}
const kinds = {}

// A ROUTER may not know its peer yet, and a port may be about to be given back.
async function patiently(action) {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    try {
      return await action()
    } catch (error) {
      if (!['EHOSTUNREACH', 'EADDRINUSE'].includes(error.code) || Date.now() > deadline) throw error
      await new Promise(done => setTimeout(done, RETRY))
    }
  }
}

const commands = {
  open(name, kind, ...options) {
    const socket = sockets[name] = new Any(kind)
    kinds[name] = kind
    for (const option of options) {
      const [key, value] = option.split('=')
      if (/^-?\d+$/.test(value)) socket.setInt32Option(OPTIONS[key], Number(value))
      else socket.setStringOption(OPTIONS[key], value)
    }
  },
  close(name) {
    sockets[name].close()
    delete sockets[name]
  },
  async bind(name, endpoint) {
    await patiently(() => sockets[name].bind(endpoint))
    return sockets[name].lastEndpoint
  },
  connect: (name, endpoint) => sockets[name].connect(endpoint),
  subscribe: (name, topic) => sockets[name].setStringOption(OPTIONS.SUBSCRIBE, frame(topic)),
  join: (name, group) => sockets[name].join(frame(group)),
  attend(name) { sockets[name].getInt32Option(OPTIONS.EVENTS) },
  async send(name, ...hex) {
    const socket = sockets[name]
    const frames = hex.map(frame)
    const more = []
    if (kinds[name] === 'SERVER') more.push({routingId: frames.shift().readUInt32BE()})
    if (kinds[name] === 'RADIO') more.push({group: frames.shift()})
    await patiently(() => socket.send(frames, ...more))
  },
  async recv(name) {
    const socket = sockets[name]
    const frames = await socket.receive()
    if (kinds[name] === 'SERVER') {
      const id = Buffer.alloc(4)
      id.writeUInt32BE(frames.pop().routingId)
      frames.unshift(id)
    }
    if (kinds[name] === 'DISH') frames.unshift(frames.pop().group)
    return frames.map(text).join(' ')
  },
  reset() { Object.keys(sockets).forEach(commands.close) }
}

async function main() {
  for await (const line of require('readline').createInterface({input: process.stdin})) {
    const [command, ...words] = line.split(' ').filter(word => word)
    try {
      const result = await commands[command](...words)
      console.log(result === undefined ? 'ok' : 'ok ' + result)
    } catch (error) {
      console.log(`error ${error}`.replaceAll('\n', ' '))
    }
  }
  process.exit(0)
}

main()
