/** What people do at the pages, by a real browser against the running office. */
package cn.baosong.browser;
