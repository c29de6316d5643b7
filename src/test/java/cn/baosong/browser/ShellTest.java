package cn.baosong.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.Accounts.Role;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands around every page: menu, language, the way out. */
class ShellTest extends BrowserOffice {
  @ParameterizedTest
  @EnumSource(Role.class)
  void everyRoleFindsItsRoomsAndEachOpens(Role role) {
    Page page = desk(role);

    for (String room : rooms(page)) {
      opens(page, room);
      fits(page, role + " in " + room);
    }
  }

  @Test
  void everyRoomIsFitForAll() {
    Page page = desk(Role.values());

    for (String room : rooms(page)) {
      opens(page, room);
      holds(page, "room" + room.replace('/', '-'));
    }
  }

  private static List<String> rooms(Page page) {
    List<String> rooms =
        page.locator("nav.rail a").all().stream()
            .map(link -> link.getAttribute("href"))
            .distinct()
            .toList();
    assertThat(rooms).isNotEmpty();
    return rooms;
  }

  private void opens(Page page, String room) {
    assertThat(page.navigate(address(room)).status()).as(room).isEqualTo(200);
  }

  @Test
  void everyPageReadsInEnglishToo() {
    Page page = desk(Role.values());
    page.click("text=English");

    assertThat(page.locator("html")).hasAttribute("lang", "en");
    for (var link : page.locator("nav.rail a").all()) {
      assertThat(link.innerText()).doesNotContainPattern("\\p{IsHan}");
    }
    holds(page, "inbox-en");
  }

  @Test
  void fitsAPhone() {
    Page page = desk(390, 844, Role.values());

    holds(page, "inbox-phone");
  }

  @Test
  void theFirstTabLeadsPastTheMenu() {
    Page page = desk(Role.CLERK);

    page.keyboard().press("Tab");
    assertThat(page.locator(":focus")).hasText("跳到正文");
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
  }

  @Test
  void theDoorIsOpenToEverybody() {
    Page page = desk(Role.CLERK);
    page.click("text=退出");

    page.waitForURL(address("/login?logout"));
    holds(page, "login");
  }
}
