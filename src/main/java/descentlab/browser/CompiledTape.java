package descentlab.browser;

import descentlab.expression.Leap;
import descentlab.expression.NativeTape;
import descentlab.expression.Operation;
import descentlab.expression.States;
import descentlab.expression.Tape;
import descentlab.expression.TapeModule;
import descentlab.expression.Update;
import java.util.Objects;
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

    /**
     * A tape with the steps of one rule, as a module at work; the rule is null where it takes none. As it keeps nothing between calls, all tapes with
     * the same code share it.
     */
    private record Variant(Tape tape, Update update, TapeModule module, JSObject exports, ModuleMemory memory) {
        boolean isOf(Tape other, Update otherUpdate) {
            return Objects.equals(update, otherUpdate) && tape.isSame(other);
        }
    }

    /** The latest are kept: browsers take a while to optimize one, and a formula is often read again. */
    private static final int KEPT = 16;
    private static final Variant[] VARIANTS = new Variant[KEPT];
    private static int next;
    private static boolean allowed;
    private static boolean refused;

    private final Tape tape;
    private Variant latest;

    private CompiledTape(Tape tape) {
        this.tape = tape;
    }

    /** Lets the tapes of this program be compiled. */
    static void install() {
        Tape.makeNative(CompiledTape::of);
    }

    private static CompiledTape of(Tape tape) {
        if (refused) {
            return null;
        }
        CompiledTape compiled = new CompiledTape(tape);
        allowed = allowed || compiled.prepare(null);
        refused = !allowed;
        return refused ? null : compiled;
    }

    /** Makes the variant with the steps of a rule the latest. @return whether there is one */
    private boolean prepare(Update update) {
        if (latest != null && update == latest.update) {
            return true;
        }
        for (Variant variant : VARIANTS) {
            if (variant != null && variant.isOf(tape, update)) {
                latest = variant;
                return true;
            }
        }
        TapeModule module = tape.module(update);
        JSObject exports = exports(module, module.bytes());
        if (exports == null) {
            return false;
        }
        latest = new Variant(tape, update, module, exports, new ModuleMemory(exports, module.size()));
        VARIANTS[next++ % KEPT] = latest;
        return true;
    }

    private static JSObject exports(TapeModule module, byte[] bytes) {
        JSObject imports = JSObjects.create();
        for (Operation operation : module.imported()) {
            DoubleBinaryOperator single = TapeModule.single(operation);
            put(imports, operation.name(), single::applyAsDouble);
        }
        putSines(imports);
        return instantiate(Int8Array.copyFromJavaArray(bytes), imports);
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
        if (latest == null) {
            demand(null);
        }
        TapeModule module = latest.module;
        ModuleMemory memory = latest.memory;
        for (int from = 0; from < lanes; from += TapeModule.LANES) {
            int count = Math.min(TapeModule.LANES, lanes - from);
            for (int variable : tape.variables()) {
                memory.put(inputs[variable], from, count, TapeModule.input(variable));
            }
            memory.push(module.rate());
            evaluate(latest.exports, count);
            memory.pull(module.output(0), module.output(tape.outputs()));
            for (int k = 0; k < tape.outputs(); k++) {
                memory.get(module.output(k), values[k], from, count);
            }
        }
    }

    private void demand(Update update) {
        if (!prepare(update)) {
            throw new IllegalStateException("The browser has made a module before, and now it does not.");
        }
    }

    @Override
    public void leap(Update update, Leap leap) {
        demand(update);
        TapeModule module = latest.module;
        ModuleMemory memory = latest.memory;
        int numbers = update.numbers().size() * leap.count();
        memory.putNumbers(leap.numbers(), numbers, module.numbers());
        for (int from = 0; from < leap.lanes(); from += TapeModule.LANES) {
            int lanes = Math.min(TapeModule.LANES, leap.lanes() - from);
            put(leap, from, lanes);
            memory.put(leap.tolerance(), module.tolerance());
            memory.push(module.numbers() + numbers * Double.BYTES);
            if (leap.rested() == null) {
                descend(latest.exports, lanes, leap.count(), module.numbers());
            } else {
                follow(latest.exports, lanes, leap.count(), module.numbers(), module.state(0, 0), leap.states() == null ? 0 : module.stride());
            }
            memory.pull(0, module.tolerance());
            get(leap, from, lanes);
            if (leap.states() != null) {
                measure(latest.exports, lanes);
                memory.pull(module.state(0, 0), module.size());
                get(leap.states(), from, lanes);
            }
        }
    }

    private void put(Leap leap, int from, int count) {
        TapeModule module = latest.module;
        ModuleMemory memory = latest.memory;
        memory.put(leap.rate(), from, count, module.rate());
        for (int i = 0; i < leap.x().length; i++) {
            memory.put(leap.x()[i], from, count, TapeModule.input(i));
            memory.put(leap.gradient()[i], from, count, module.output(1 + i));
            for (int k = 0; k < leap.memory().length; k++) {
                memory.put(leap.memory()[k][i], from, count, module.memory(k, i));
            }
        }
    }

    private void get(Leap leap, int from, int count) {
        TapeModule module = latest.module;
        ModuleMemory memory = latest.memory;
        memory.get(module.output(0), leap.loss(), from, count);
        for (int i = 0; i < leap.x().length; i++) {
            memory.get(TapeModule.input(i), leap.x()[i], from, count);
            memory.get(module.output(1 + i), leap.gradient()[i], from, count);
            for (int k = 0; k < leap.memory().length; k++) {
                memory.get(module.memory(k, i), leap.memory()[k][i], from, count);
            }
        }
        if (leap.rested() != null) {
            memory.get(module.rested(), leap.rested(), from, count);
        }
    }

    private void get(States states, int from, int count) {
        TapeModule module = latest.module;
        ModuleMemory memory = latest.memory;
        for (int i = 0; i < states.low().length; i++) {
            for (int k = 0; k < States.COUNT; k++) {
                memory.get(module.state(k, i), states.values()[k][i], from, count);
            }
            memory.get(module.low(i), states.low()[i], from, count);
            memory.get(module.high(i), states.high()[i], from, count);
            memory.get(module.nearest(i), states.nearest()[i], from, count);
        }
    }

    @JSBody(params = {"exports", "lanes"}, script = "exports.evaluate(lanes);")
    private static native void evaluate(JSObject exports, int lanes);

    @JSBody(params = {"exports", "lanes", "count", "numbers"}, script = "exports.descend(lanes, count, numbers);")
    private static native void descend(JSObject exports, int lanes, int count, int numbers);

    @JSBody(params = {"exports", "lanes", "count", "numbers", "states", "stride"}, script = "exports.follow(lanes, count, numbers, states, stride);")
    private static native void follow(JSObject exports, int lanes, int count, int numbers, int states, int stride);

    @JSBody(params = {"exports", "lanes"}, script = "exports.measure(lanes);")
    private static native void measure(JSObject exports, int lanes);
}
