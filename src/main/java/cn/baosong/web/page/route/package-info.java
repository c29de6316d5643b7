/** 渠道与路由: the routes as they run, drawn from their own models, and what a hand does to them. */
@NullMarked
package cn.baosong.web.page.route;

import org.jspecify.annotations.NullMarked;
