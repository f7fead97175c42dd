package descentlab.browser;

import descentlab.expression.NativeTape;
import descentlab.expression.Operation;
import descentlab.expression.Tape;
import descentlab.expression.TapeModule;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSObjects;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * A tape as WebAssembly, made while the program runs. Where the platform has no WebAssembly with vectors, or the page's policy forbids to make some,
 * there is none, and tapes are interpreted as everywhere at first.
 */
final class CompiledTape implements NativeTape {
    /** A function that a module imports. */
    @JSFunctor
    private interface Single extends JSObject {
        double apply(double p, double q);
    }

    /** A module at work. As it keeps nothing between calls, all tapes with the same code can share it. */
    private record Instance(byte[] bytes, JSObject exports) {
    }

    /** The latest are kept: browsers take a while to optimize one, and a formula is often read again. */
    private static final int KEPT = 16;
    private static final Instance[] INSTANCES = new Instance[KEPT];
    private static int next;
    private static boolean refused;

    private final Tape tape;
    private final TapeModule module;
    private final JSObject exports;
    private final ModuleMemory memory;

    private CompiledTape(Tape tape, TapeModule module, JSObject exports) {
        this.tape = tape;
        this.module = module;
        this.exports = exports;
        memory = new ModuleMemory(exports, module.size());
    }

    /** Lets the tapes of this program be compiled. */
    static void install() {
        Tape.makeNative(CompiledTape::of);
    }

    private static CompiledTape of(Tape tape) {
        if (refused) {
            return null;
        }
        TapeModule module = tape.module();
        JSObject exports = exports(module, module.bytes());
        refused = exports == null;
        return refused ? null : new CompiledTape(tape, module, exports);
    }

    private static JSObject exports(TapeModule module, byte[] bytes) {
        for (Instance instance : INSTANCES) {
            if (instance != null && Arrays.equals(instance.bytes, bytes)) {
                return instance.exports;
            }
        }
        JSObject imports = JSObjects.create();
        for (Operation operation : module.imported()) {
            DoubleBinaryOperator single = TapeModule.single(operation);
            put(imports, operation.name(), single::applyAsDouble);
        }
        putSines(imports);
        JSObject exports = instantiate(Int8Array.copyFromJavaArray(bytes), imports);
        INSTANCES[next++ % KEPT] = new Instance(bytes, exports);
        return exports;
    }

    @JSBody(params = {"imports", "name", "single"}, script = "imports[name] = single;")
    private static native void put(JSObject imports, String name, Single single);

    /** Of arguments too large for the module's own sine, as {@link descentlab.expression.Operation#SIN} has them: browsers call these without a detour. */
    @JSBody(params = "imports", script = "imports.SIN = Math.sin; imports.COS = Math.cos;")
    private static native void putSines(JSObject imports);

    @JSBody(params = {"bytes", "operations"}, script = """
        try {
            return new WebAssembly.Instance(new WebAssembly.Module(bytes), {operations: operations}).exports;
        } catch (refusal) {
            return null;
        }""")
    private static native JSObject instantiate(Int8Array bytes, JSObject operations);

    @Override
    public void evaluate(double[][] inputs, double[][] values, int lanes) {
        for (int from = 0; from < lanes; from += TapeModule.LANES) {
            int count = Math.min(TapeModule.LANES, lanes - from);
            for (int variable : tape.variables()) {
                memory.put(inputs[variable], from, count, TapeModule.input(variable));
            }
            memory.push(module.rate());
            evaluate(exports, count);
            memory.pull(module.output(0), module.output(tape.outputs()));
            for (int k = 0; k < tape.outputs(); k++) {
                memory.get(module.output(k), values[k], from, count);
            }
        }
    }

    @Override
    public void descend(double[][] x, double[] rate, double[] loss, double[][] gradient, int lanes, int count) {
        for (int from = 0; from < lanes; from += TapeModule.LANES) {
            int some = Math.min(TapeModule.LANES, lanes - from);
            put(x, rate, gradient, from, some);
            memory.push(module.output(tape.outputs()));
            descend(exports, some, count);
            memory.pull(0, module.output(tape.outputs()));
            get(x, loss, gradient, from, some);
        }
    }

    @Override
    public void follow(double[][] x, double[] rate, double[] loss, double[][] gradient, int lanes, int count, double tolerance, double[] rested,
            double[] finite, double[][][] states) {
        double[] tolerances = new double[Math.min(lanes, TapeModule.LANES)];
        Arrays.fill(tolerances, tolerance);
        for (int from = 0; from < lanes; from += TapeModule.LANES) {
            int some = Math.min(TapeModule.LANES, lanes - from);
            put(x, rate, gradient, from, some);
            memory.put(tolerances, 0, some, module.tolerance());
            memory.push(module.rested());
            follow(exports, some, count, module.state(0, 0), states == null ? 0 : module.stride());
            memory.pull(0, states == null ? module.state(0, 0) : module.state(count, 0));
            get(x, loss, gradient, from, some);
            memory.get(module.rested(), rested, from, some);
            memory.get(module.finite(), finite, from, some);
            for (int k = 0; k < count && states != null; k++) {
                for (int i = 0; i < x.length; i++) {
                    memory.get(module.state(k, i), states[k][i], from, some);
                }
            }
        }
    }

    private void put(double[][] x, double[] rate, double[][] gradient, int from, int count) {
        memory.put(rate, from, count, module.rate());
        for (int i = 0; i < x.length; i++) {
            memory.put(x[i], from, count, TapeModule.input(i));
            memory.put(gradient[i], from, count, module.output(1 + i));
        }
    }

    private void get(double[][] x, double[] loss, double[][] gradient, int from, int count) {
        memory.get(module.output(0), loss, from, count);
        for (int i = 0; i < x.length; i++) {
            memory.get(TapeModule.input(i), x[i], from, count);
            memory.get(module.output(1 + i), gradient[i], from, count);
        }
    }

    @JSBody(params = {"exports", "lanes"}, script = "exports.evaluate(lanes);")
    private static native void evaluate(JSObject exports, int lanes);

    @JSBody(params = {"exports", "lanes", "count"}, script = "exports.descend(lanes, count);")
    private static native void descend(JSObject exports, int lanes, int count);

    @JSBody(params = {"exports", "lanes", "count", "address", "distance"}, script = "exports.follow(lanes, count, address, distance);")
    private static native void follow(JSObject exports, int lanes, int count, int address, int distance);
}
