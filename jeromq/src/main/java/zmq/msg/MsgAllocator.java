package zmq.msg;

public interface MsgAllocator {

    zmq.Msg allocate(int arg0);
}
