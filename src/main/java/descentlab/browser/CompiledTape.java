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
        memory = new ModuleMemory(exports, module.output(tape.outputs()));
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
        JSObject exports = instantiate(Int8Array.copyFromJavaArray(bytes), imports);
        INSTANCES[next++ % KEPT] = new Instance(bytes, exports);
        return exports;
    }

    @JSBody(params = {"imports", "name", "single"}, script = "imports[name] = single;")
    private static native void put(JSObject imports, String name, Single single);

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
            memory.put(rate, from, some, module.rate());
            for (int i = 0; i < x.length; i++) {
                memory.put(x[i], from, some, TapeModule.input(i));
                memory.put(gradient[i], from, some, module.output(1 + i));
            }
            memory.push(module.output(tape.outputs()));
            descend(exports, some, count);
            memory.pull(0, module.output(tape.outputs()));
            memory.get(module.output(0), loss, from, some);
            for (int i = 0; i < x.length; i++) {
                memory.get(TapeModule.input(i), x[i], from, some);
                memory.get(module.output(1 + i), gradient[i], from, some);
            }
        }
    }

    @JSBody(params = {"exports", "lanes"}, script = "exports.evaluate(lanes);")
    private static native void evaluate(JSObject exports, int lanes);

    @JSBody(params = {"exports", "lanes", "count"}, script = "exports.descend(lanes, count);")
    private static native void descend(JSObject exports, int lanes, int count);
}
