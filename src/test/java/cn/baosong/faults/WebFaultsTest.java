package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fault at the web that the office survives, and the test that shows it. */
class WebFaultsTest {
  @ParameterizedTest(name = "{0} {1}: {2}#{3}")
  @CsvSource({
    "W01, markup in a name,          browser.DossierPageTest,  leavesTheNamesOfASenderInert",
    "W01, markup in a letter,        print.FileLetterPressTest, leavesMarkupOfTheSenderInert",
    "W02, a formula in a cell,       web.ExportTest,           neverMakesAFormulaOfWhatASenderWrote",
    "W03, another department's case, browser.QueueTest,        anotherDepartmentSeesNothingOfItAndTheTryIsJournaled",
    "W03, a role's addresses,        web.AccessMatrixTest,     letsEachRoleDoWhatIsItsAndNothingElse",
    "W04, a forged form,             web.RulingPageTest,       takesNoDecisionFromOthersNorWithoutTheFormsToken",
    "W04, guessed passwords,         store.AccountsContract,   locksAnAccountWhenTooManyLogInsFailInSuccession",
    "W05, two clerks at once,        browser.DossierPageTest,  showsTheSecondClerkWhatTheFirstDecidedMeanwhile",
    "W07, a line that was cut,       browser.InboxTest,        saysWithinHalfAMinuteThatItNoLongerFollowsAndHealsByItself",
    "W07, a restart of the office,   browser.RestartTest,      staysLoggedInOverARestartAndShowsWhatCameMeanwhile",
    "W08, a search that takes long,  store.InboxListContract,  endsAQuestionThatTakesTooLongAndTheConnectionServesOn",
    "W09, a forged line of the log,  config.LogLinesTest,      lineOfTheLogIsNeverASendersOwn",
    "W10, fifty big downloads,       web.DownloadsTest,        asksTheNinthToComeBackInHalfAMinuteAndServesItThen",
    "W10, one case for many,         web.page.queue.SharedCasesTest, packsACaseOnceForAllWhoReadItAndDeletesItAfterTheLast"
  })
  void isHeldByATest(String row, String fault, String test, String method) throws Exception {
    assertThat(Class.forName("cn.baosong." + test).getDeclaredMethods())
        .as("%s %s", row, fault)
        .anySatisfy(
            held -> {
              assertThat(held.getName()).isEqualTo(method);
              assertThat(
                      Arrays.stream(held.getAnnotations()).map(a -> a.annotationType().getName()))
                  .anyMatch(name -> name.endsWith("Test"));
            });
  }
}
