package zmq.util;

public interface Draft extends java.lang.annotation.Annotation {
}
