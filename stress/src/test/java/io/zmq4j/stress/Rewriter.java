package io.zmq4j.stress;

import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/**
 * Gives a class to the scheduler: a {@link Hooks#step} before each access that other threads can see, and a model in the
 * place of whatever blocks, is by chance, or talks to the kernel. Nothing else is changed, so what is tried is what is
 * shipped.
 */
final class Rewriter {
    private static final int API = Opcodes.ASM9;
    private static final String HOOKS = "io/zmq4j/stress/Hooks";

    private static final Map<String, String> MODELS = Map.of(
            "java/util/concurrent/locks/AbstractQueuedSynchronizer", "io/zmq4j/stress/ModelSynchronizer",
            "java/util/concurrent/locks/ReentrantLock", "io/zmq4j/stress/ModelLock",
            "java/util/concurrent/CountDownLatch", "io/zmq4j/stress/ModelLatch",
            "java/util/concurrent/ThreadLocalRandom", "io/zmq4j/stress/ModelRandom",
            "java/util/IdentityHashMap", "io/zmq4j/stress/ModelIdentityMap",
            "io/zmq4j/transport/tcp/TcpTransport", "io/zmq4j/simulation/SimulatedTransport");

    private static final String THREAD = "java/lang/Thread";
    private static final String CONTROLLED_THREAD = "io/zmq4j/stress/ControlledThread";

    /** Static ones keep their descriptor; of the others the object becomes the first argument. */
    private static final Map<String, String> REPLACED = Map.ofEntries(
            Map.entry("java/util/concurrent/locks/LockSupport.park(Ljava/lang/Object;)V", "park"),
            Map.entry("java/util/concurrent/locks/LockSupport.parkNanos(Ljava/lang/Object;J)V", "parkNanos"),
            Map.entry("java/util/concurrent/locks/LockSupport.unpark(Ljava/lang/Thread;)V", "unpark"),
            Map.entry("java/lang/Thread.yield()V", "yield"),
            Map.entry("java/lang/Thread.onSpinWait()V", "yield"),
            Map.entry("java/lang/Thread.start()V", "start"),
            Map.entry("java/lang/Thread.interrupt()V", "interrupt"),
            Map.entry("java/lang/System.nanoTime()J", "nanoTime"),
            Map.entry(
                    "java/util/concurrent/Executors.newCachedThreadPool(Ljava/util/concurrent/ThreadFactory;)"
                            + "Ljava/util/concurrent/ExecutorService;",
                    "newCachedThreadPool"),
            Map.entry("java/lang/System.getLogger(Ljava/lang/String;)Ljava/lang/System$Logger;", "logger"),
            Map.entry("java/nio/channels/Selector.open()Ljava/nio/channels/Selector;", "openSelector"));

    /** The same for what nobody else could see. */
    private static final Map<String, String> UNSEEN = Map.of(
            "java/lang/Thread.currentThread()Ljava/lang/Thread;", "currentThread",
            "java/lang/Thread.interrupted()Z", "interrupted",
            "java/lang/System.identityHashCode(Ljava/lang/Object;)I", "identityHashCode",
            "java/nio/ByteBuffer.allocateDirect(I)Ljava/nio/ByteBuffer;", "allocateDirect");

    /** What is shared by plain loads and stores on purpose: there each of them is a step. */
    private static final Set<String> RACY = Set.of(
            "io/zmq4j/queue/SpscQueue",
            "io/zmq4j/queue/SpscSides$Producer",
            "io/zmq4j/queue/SpscSides$Consumer",
            "io/zmq4j/pipe/Mailbox",
            "io/zmq4j/outbox/Run",
            "io/zmq4j/outbox/RunReader",
            "io/zmq4j/zmtp/wire/ShortMessage");

    private static final Set<String> RACY_FIELDS = Set.of("below");

    /** What others can see, and what changes nothing. */
    private static final Set<String> LOOKS = Set.of(
            "get", "getPlain", "getAcquire", "getVolatile", "isEmpty", "peek", "iterator", "hasNext", "next", "size");

    private final Fields fields;
    private final Grain grain;

    Rewriter(Fields fields, Grain grain) {
        this.fields = fields;
        this.grain = grain;
    }

    byte[] rewrite(byte[] original) {
        var reader = new ClassReader(original);
        var writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        reader.accept(new Steps(new ClassRemapper(writer, new SimpleRemapper(API, MODELS))), 0);
        return writer.toByteArray();
    }

    private static boolean isAtomic(String owner) {
        return owner.startsWith("java/util/concurrent/atomic/")
                || owner.equals("java/lang/invoke/VarHandle")
                || owner.equals("java/util/concurrent/ConcurrentLinkedQueue")
                || owner.equals("java/util/concurrent/CopyOnWriteArrayList")
                || owner.equals("java/util/Iterator");
    }

    private final class Steps extends ClassVisitor {
        private String name;

        Steps(ClassVisitor next) {
            super(API, next);
        }

        @Override
        public void visit(int version, int access, String name, String generic, String parent, String[] interfaces) {
            this.name = name;
            super.visit(version, access, name, generic, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(int access, String method, String type, String generic, String[] throwing) {
            MethodVisitor next = super.visitMethod(access, method, type, generic, throwing);
            return new StepsOfMethod(next, name, method, access);
        }
    }

    private final class StepsOfMethod extends MethodVisitor {
        private final String owner;
        private final String method;
        private final int access;
        private final Label start = new Label();
        private int line;

        StepsOfMethod(MethodVisitor next, String owner, String method, int access) {
            super(API, next);
            this.owner = owner;
            this.method = method;
            this.access = access;
        }

        /** All of it is in a class initialiser, or in a monitor. */
        private boolean keepsTurn() {
            return method.equals("<clinit>") || (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        }

        private void call(String hook) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, hook, "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (keepsTurn()) {
                call("keepTurn");
                super.visitLabel(start);
            }
        }

        /** Behind the last instruction: whatever is thrown gives the turn up, too. */
        @Override
        public void visitMaxs(int stack, int locals) {
            if (keepsTurn()) {
                var handler = new Label();
                super.visitTryCatchBlock(start, handler, handler, null);
                super.visitLabel(handler);
                super.visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {"java/lang/Throwable"});
                call("giveTurnUp");
                super.visitInsn(Opcodes.ATHROW);
            }
            super.visitMaxs(stack, locals);
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            this.line = line;
            super.visitLineNumber(line, start);
        }

        private void step(String what) {
            String simple = owner.substring(owner.lastIndexOf('/') + 1);
            super.visitLdcInsn(Sites.number(simple + "." + method + ":" + line + " " + what));
            super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, "step", "(I)V", false);
        }

        @Override
        public void visitInsn(int opcode) {
            boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
            if (opcode == Opcodes.MONITOREXIT || returns && keepsTurn()) {
                call("giveTurnUp");
            } else if (opcode == Opcodes.MONITORENTER) {
                call("keepTurn");
            }
            if (grain == Grain.FINE && RACY.contains(owner)) {
                switch (opcode) {
                    case Opcodes.AALOAD, Opcodes.BALOAD -> step("loads an element");
                    case Opcodes.AASTORE, Opcodes.BASTORE -> step("stores an element");
                    default -> {}
                }
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitFieldInsn(int opcode, String in, String field, String type) {
            if (!method.equals("<init>") && isShared(in, field)) {
                boolean loads = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
                if (grain == Grain.FINE || !loads) {
                    step((loads ? "loads " : "stores ") + field);
                }
            }
            super.visitFieldInsn(opcode, in, field, type);
        }

        private boolean isShared(String in, String field) {
            int access = fields.access(in, field);
            return (access & Opcodes.ACC_VOLATILE) != 0
                    || grain == Grain.FINE
                            && (access & (Opcodes.ACC_FINAL | Opcodes.ACC_STATIC)) == 0
                            && (RACY.contains(in) || RACY_FIELDS.contains(field));
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            super.visitTypeInsn(opcode, opcode == Opcodes.NEW && type.equals(THREAD) ? CONTROLLED_THREAD : type);
        }

        @Override
        public void visitMethodInsn(int opcode, String in, String called, String type, boolean ofInterface) {
            String replacement = REPLACED.get(in + "." + called + type);
            if (replacement != null) {
                step(called);
            } else {
                replacement = UNSEEN.get(in + "." + called + type);
            }
            if (replacement != null) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOKS, replacement, replaced(opcode, in, type), false);
                return;
            }
            if (in.equals(THREAD) && called.equals("<init>")) {
                super.visitMethodInsn(opcode, CONTROLLED_THREAD, called, type, ofInterface);
                return;
            }
            if (isAtomic(in) && !called.equals("<init>") && (grain == Grain.FINE || !LOOKS.contains(called))) {
                step(in.substring(in.lastIndexOf('/') + 1) + "." + called);
            }
            super.visitMethodInsn(opcode, in, called, type, ofInterface);
        }

        private static String replaced(int opcode, String in, String type) {
            return opcode == Opcodes.INVOKESTATIC ? type : "(L" + in + ";" + type.substring(1);
        }

        @Override
        public void visitInvokeDynamicInsn(String called, String type, Handle bootstrap, Object... arguments) {
            Object[] replaced = arguments.clone();
            for (int i = 0; i < replaced.length; i++) {
                if (replaced[i] instanceof Handle handle) {
                    String by = REPLACED.get(handle.getOwner() + "." + handle.getName() + handle.getDesc());
                    if (by != null) {
                        boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
                        String as = replaced(
                                isStatic ? Opcodes.INVOKESTATIC : Opcodes.INVOKEVIRTUAL,
                                handle.getOwner(),
                                handle.getDesc());
                        replaced[i] = new Handle(Opcodes.H_INVOKESTATIC, HOOKS, by, as, false);
                    }
                }
            }
            super.visitInvokeDynamicInsn(called, type, bootstrap, replaced);
        }
    }
}
