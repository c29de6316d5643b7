package cn.baosong.browser;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Somebody who has no mouse: goes on by Tab, and must see where they are at each step. */
final class Keys {
  private static final int FAR = 250;

  /**
   * Whether the focus is on what is looked for; an error when its ring, which the style sheet
   * draws, cannot be seen. The parts of a date have rings of their own that no style tells.
   */
  private static final String ARRIVED =
      """
      wanted => {
        const here = document.activeElement;
        if (here === null || here === document.body) return false;
        const ringed = e => e !== null && getComputedStyle(e).outlineStyle !== 'none' && parseFloat(getComputedStyle(e).outlineWidth) >= 2;
        const box = here.getBoundingClientRect();
        const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        if (!inSight || !(ringed(here) || ringed(here.closest('.editor')) || here.type === 'date')) {
          throw new Error('the focus is not seen: ' + here.outerHTML);
        }
        return here.matches(wanted);
      }
      """;

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  /** On to the first element of this selector, by Tab alone. */
  Keys to(String selector) {
    return along("Tab", selector);
  }

  Keys back(String selector) {
    return along("Shift+Tab", selector);
  }

  private Keys along(String key, String selector) {
    page.waitForLoadState();
    for (int i = 0; i < FAR; i++) {
      page.keyboard().press(key);
      if ((Boolean) page.evaluate(ARRIVED, selector)) {
        return this;
      }
    }
    throw new AssertionError("no way by the keyboard to " + selector + " on " + page.url());
  }

  Keys types(String text) {
    page.keyboard().insertText(text);
    return this;
  }

  Keys press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /** Enter, and the page that it leads to, by a pattern of its address. */
  Keys enters(String address) {
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile(address));
    return this;
  }

  /** Down in a list or a group of choices until the value is chosen. */
  Keys chooses(String value) {
    for (int i = 0; i < FAR; i++) {
      if (value.equals(page.evaluate("document.activeElement.value"))) {
        return this;
      }
      page.keyboard().press("ArrowDown");
    }
    throw new AssertionError("no choice of " + value);
  }
}
