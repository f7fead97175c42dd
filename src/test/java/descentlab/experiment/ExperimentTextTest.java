package descentlab.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import descentlab.message.InputException;
import descentlab.message.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTextTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "f=(x-2)^2&x0=10&lr=0.1",
        "f=(x-2)^2&x0=10&lr=0.01,0.1,0.5&steps=20",
        "f=x^2+10*sin(x)&x0=-5&run=SGD(lr=0.01,momentum=0.9,nesterov=True)",
        "f=x^2&x0=1&run=SGD(lr=0.1)&run=SGD(lr=0.1,momentum=0.5)&off=2",
        "f=x^2&x0=1&run=SGD(lr=0.1);Manual(milestones=(3,7),rates=(0.5,0.01))&at=4",
        "f=x^2&x0=1&lr=0&tolerance=1e-6&window=-1,2.5,0,4&scale=log&view=embed",
        "f=x^2&x0=1&lr=-0.1,1e300,5e-324&set=3",
        "f=x^2&x0=1&lr=0.1&theme=blue&name=%20a",
        "f=x^2+y^2&x0=1,2&lr=0.1"})
    void theWrittenFormIsStable(String text) throws InputException {
        assertEquals(text, ExperimentText.write(ExperimentText.read(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "'' f=x^2%20+%2010%20sin(x)&x0=-5&lr=0.1",
        "#f=x^2 f=x^2&x0=-5&lr=0.1",
        "?f=x²&x0=+1.50&lr=.1 f=x%C2%B2&x0=1.5&lr=0.1",
        "lr=0.1,0.2&f=|x|&steps=50&x0=1e0 f=%7Cx%7C&x0=1&lr=0.1,0.2",
        "f=x^2%2B1&run=SGD(lr=0.100,momentum=0)&run=SGD() f=x^2+1&x0=-5&lr=0.1,0.001",
        "f=x^2&run=SGD(lr=0.1,momentum=0.5)&lr=2 f=x^2&x0=-5&run=SGD(lr=0.1,momentum=0.5)&run=SGD(lr=2)",
        "f=x+y f=x+y&x0=-5,-5&lr=0.1"})
    void whatIsLeftOutHasItsDefault(String text, String written) throws InputException {
        assertEquals(written, ExperimentText.write(ExperimentText.read(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "f=x^2&x0=abc|9|3|number.unreadable",
        "f=x^2&x0=1,,2|11|0|number.missing",
        "f=x^2&x0=1,2,3|9|5|text.dimension",
        "f=x^2&steps=-1|12|2|number.whole",
        "f=x^2&steps=1.5|12|3|number.whole",
        "f=x^2&steps=1e9|12|3|number.whole",
        "f=x^2&lr=1d|9|2|number.unreadable",
        "f=x^2&lr=NaN|9|3|number.unreadable",
        "f=x^2&lr=1e999|9|5|number.huge",
        "f=x%zz|3|1|text.percent",
        "f=%FF|2|3|text.percent",
        "f=x^2&f=x|6|3|text.twice",
        "f=x^2&run=Sgd(lr=1)|10|3|run.similar",
        "f=x^2&run=Muon(lr=1)|10|4|run.optimizer",
        "f=x^2&run=SGD(rate=1)|14|4|run.parameter",
        "f=x^2&run=SGD(lr=1,lr=2)|19|2|run.twice",
        "f=x^2&run=SGD(lr)|16|1|run.equals",
        "f=x^2&run=SGD(lr=1|18|0|run.comma",
        "f=x^2&run=SGD(lr=True)|17|4|parameter.kind",
        "f=x^2&run=SGD(momentum=-1)|23|2|parameter.range",
        "f=x^2&run=SGD(lr=1,nesterov=True)|10|23|parameter.nesterov",
        "f=x^2&run=SGD(lr=1);Step()|20|4|run.schedule",
        "f=x^2&run=SGD(lr=1)x|19|1|run.end",
        "f=x^2&run=SGD(lr=1);Manual(milestones=(3),rates=())|20|31|parameter.milestones",
        "f=x^2&tolerance=0|16|1|number.positive",
        "f=x^2&window=1,0,0,1|13|7|text.window",
        "f=x^2&view=big|11|3|text.word",
        "f=2%2B*x|3|3|formula.operand"})
    void aMistakeIsNamedAtItsPlace(String text, int position, int length, String key) {
        InputException mistake = assertThrows(InputException.class, () -> ExperimentText.read(text));
        assertEquals(key, mistake.message().key());
        assertEquals(position, mistake.position());
        assertEquals(length, mistake.length());
        assertFalse(Messages.english().text(mistake.message()).contains("{"));
    }

    @Test
    void unknownKeysAreKept() throws InputException {
        assertEquals(List.of("colour=red", "x", "colour=blue"), ExperimentText.read("colour=red&f=x&x&colour=blue").unknown());
    }

    @Test
    void hiddenRunsAreWritten() throws InputException {
        Experiment experiment = ExperimentText.read("f=x^2&lr=1,2,3&off=1,3");
        assertFalse(experiment.runs().get(0).shown());
        assertTrue(experiment.runs().get(1).shown());
        assertEquals("f=x^2&x0=-5&lr=1,2,3&off=1,3", ExperimentText.write(experiment));
    }

    @Test
    void showsThePlaceOfAMistakeAsAPersonWouldWriteIt() {
        String text = "f=x%2B";
        InputException mistake = assertThrows(InputException.class, () -> ExperimentText.read(text));
        assertEquals("+", ExperimentText.place(text, mistake));
    }

    @Test
    void readsAnExampleByItsName() throws InputException {
        assertEquals("(1-x)^2 + 100(y-x^2)^2", ExperimentText.read("#example=rosenbrock").formula().text());
        assertEquals("xx", ExperimentText.place("#example=xx", assertThrows(InputException.class, () -> ExperimentText.read("#example=xx"))));
    }
}
