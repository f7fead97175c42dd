package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import descentlab.message.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningTextTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "data=line&lr=0.1",
        "data=line(n=50,noise=0.2,seed=3)&model=polynomial(degree=4)&loss=HuberLoss(delta=0.5)&batch=10&seed=7&lr=0.1&steps=20",
        "data=spiral(standardise=True)&model=network(layers=(8,8),activation='relu',init='he')&loss=BCEWithLogitsLoss(l2=0.01)&run=Adam(lr=0.01)&steps=5",
        "data=points(x=(1,2,3),x2=(0,1,0),y=(0,1,2))&model=logistic&loss=CrossEntropyLoss&lr=0.1",
        "data=line&x0=1,2&lr=0.1"})
    void isWrittenAsItIsRead(String text) throws InputException {
        assertEquals(text, ExperimentText.write(ExperimentText.read(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=line&model=linear&loss=MSELoss | data=line&lr=0.1",
        "data=moons&model=logistic&loss=BCEWithLogitsLoss | data=moons&lr=0.1",
        "model=network(layers=(3,)) | data=line&model=network(layers=(3,))&lr=0.1",
        "data=moons&loss=MSELoss&model=linear | data=moons&model=linear&loss=MSELoss&lr=0.1",
        "batch=10&lr=1 | data=line&batch=10&lr=1"})
    void modelAndLossFollowFromTheData(String text, String whole) throws InputException {
        assertEquals(whole, ExperimentText.write(ExperimentText.read(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=line&lr=0.1 | data | moons | data=moons&lr=0.1",
        "data=moons&lr=0.1 | data | sine | data=sine&lr=0.1",
        "data=moons&model=network(layers=(3,))&lr=0.1 | data | sine | data=sine&model=network(layers=(3,))&lr=0.1",
        "data=moons&loss=MSELoss&model=linear | data | xor | data=xor&model=linear&loss=MSELoss&lr=0.1",
        "data=points(x=(1,2),x2=(0,1),y=(0,1))&model=logistic&loss=BCEWithLogitsLoss | data | xor | data=xor&lr=0.1",
        "data=points(x=(1,2),x2=(0,1),y=(0,1)) | data | xor | data=xor&lr=0.1",
        "data=moons | data | points(x=(1,2),x2=(0,1),y=(0,1)) | data=points(x=(1,2),x2=(0,1),y=(0,1))&model=logistic&loss=BCEWithLogitsLoss&lr=0.1",
        "data=moons | data | points(x=(1,2),y=(0,0.5)) | data=points(x=(1,2),y=(0,0.5))&lr=0.1",
        "data=moons | loss | CrossEntropyLoss | data=moons&loss=CrossEntropyLoss&lr=0.1"})
    void otherDataTakeTheModelAndTheLossThatFitThem(String text, String key, String call, String changed) throws InputException {
        assertEquals(changed, ExperimentText.write(ExperimentText.read(text).withLearned(key, call)));
    }

    @Test
    void aLossThatDoesNotFitTheDataIsRefused() throws InputException {
        Experiment line = ExperimentText.read("data=line");
        assertThrows(InputException.class, () -> line.withLearned("loss", "BCEWithLogitsLoss"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "data=lines | lines", "data=line(m=3) | m", "data=line(n=1) | 1", "data=line&model=net | net", "data=line&model=linear()) | )",
        "data=line&loss=BCEWithLogitsLoss | BCEWithLogitsLoss", "data=line&batch=-1 | -1", "data=line&batch=two | two", "data=line&seed=0.5 | 0.5",
        "f=x^2&data=line | x^2", "data=line&x0=1 | 1", "data=points | points", "data=points(x=(1,2),y=(1,)) | points(x=(1,2),y=(1,))",
        "data=line&data=line | data=line", "data=moons&model=network(layers=(64,64,64)) | network(layers=(64,64,64))"})
    void mistakesAreMarked(String text, String place) {
        InputException mistake = assertThrows(InputException.class, () -> ExperimentText.read(text));
        assertEquals(place, text.substring(mistake.position(), mistake.position() + mistake.length()));
    }

    @Test
    void theFirstProgramLeavesItToTheWhole() {
        assertThrows(InputException.class, () -> ExperimentText.read("data=line", Vocabulary.plain()));
    }

    /** The mission's case: y = 3x + 2, and rates from far too low to beyond 2/λmax. */
    @Test
    void theLineAtFourRatesIsJudgedByItsLimit() {
        String trace = Trace.of("data=line&lr=0.0001,0.01,0.1,1&steps=500");
        JsonObject answer = JsonParser.parseString(trace).getAsJsonObject();
        String[] words = {"crawling", "crawling", "converging", "diverged"};
        for (int i = 0; i < 4; i++) {
            JsonObject run = answer.getAsJsonArray("runs").get(i).getAsJsonObject();
            String sentence = run.get("sentence").getAsString();
            assertEquals(words[i], run.get("verdict").getAsString(), sentence);
            assertTrue(sentence.contains("limit 2/λmax = 0.7") || sentence.contains("limit 2/λmax = 0.8"), sentence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "data=spiral(n=60)&model=network(layers=(8,8))&lr=0.1,3&steps=30", "data=line&batch=10&lr=0.1,1.2&steps=100",
        "data=moons&lr=0.5&steps=100", "data=moons&loss=CrossEntropyLoss&batch=20&run=Adam(lr=0.05)&steps=60",
        "data=step&model=network(layers=(4,),init='zeros')&lr=0.1&steps=20", "data=cubic&model=polynomial(degree=5)&lr=0.1&steps=30",
        "data=sine&loss=L1Loss&lr=0.1&steps=40"})
    void everyRunHasASentence(String text) {
        JsonObject answer = JsonParser.parseString(Trace.of(text)).getAsJsonObject();
        assertTrue(answer.has("runs"), answer.toString());
        answer.getAsJsonArray("runs").forEach(run -> {
            String sentence = run.getAsJsonObject().get("sentence").getAsString();
            assertFalse(sentence.contains("{") || sentence.contains("verdict."), sentence);
        });
    }
}
