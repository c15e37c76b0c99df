/* Comfort only: search, one lesson at a time, the class view. All of the text can be
   read without. It is ES5, for browsers since about 2015; it counts, keeps and sends
   nothing. */
(function () {
  "use strict";
  var root = document.documentElement;
  var stage = document.getElementById("stage");
  var main = document.getElementById("main");
  var field = document.getElementById("find");
  var none = document.getElementById("none");
  var folds = "open" in document.createElement("details");
  var scrolled = 0;
  var now = null;
  var rest = 0;

  function every(where, what) { return Array.prototype.slice.call(where.querySelectorAll(what)); }
  function named(id) { return id ? document.getElementById(id) : null; }
  function has(node, name) { return (" " + node.className + " ").indexOf(" " + name + " ") >= 0; }
  function set(node, name, on) {
    var kept = (" " + node.className + " ").replace(" " + name + " ", " ");
    node.className = (kept + (on ? name : "")).replace(/^\s+|\s+$/g, "");
  }
  function up(node, test) {
    while (node && node.nodeType === 1) { if (test(node)) { return node; } node = node.parentNode; }
    return null;
  }
  function isLesson(node) { return has(node, "lesson"); }
  function isFold(node) { return node.nodeName.toLowerCase() === "details"; }

  /* steps that open, where the browser has none */
  function isOpen(fold) { return folds ? fold.open : !has(fold, "shut"); }
  function open(fold, on) { if (folds) { fold.open = on; } else { set(fold, "shut", !on); } }
  function foldAll() {
    if (folds) { return; }
    every(document, "details").forEach(function (fold) {
      var head = fold.querySelector("summary");
      set(fold, "shut", true);
      head.tabIndex = 0;
      head.addEventListener("click", function () { open(fold, !isOpen(fold)); });
      head.addEventListener("keydown", function (e) {
        if (e.keyCode === 13 || e.keyCode === 32) { open(fold, !isOpen(fold)); e.preventDefault(); e.stopPropagation(); }
      });
    });
  }

  /* one lesson at a time */
  function read(lesson) {
    every(document, ".lesson, .top").forEach(function (node) {
      set(node, "on", lesson !== null && node.getAttribute("data-of") === lesson.getAttribute("data-of"));
    });
    set(main, "reading", lesson !== null);
    document.title = lesson ? lesson.querySelector("h1").textContent : document.body.getAttribute("data-title");
  }
  function route() {
    var target = named(decodeURIComponent(location.hash.slice(1)));
    if (target && has(target, "slide")) { if (!now) { awake(); } show(target); return; }
    var was = now;
    leave();
    var top = target && has(target, "top");
    var lesson = top ? document.querySelector('.lesson[data-of="' + target.id + '"]') : target ? up(target, isLesson) : null;
    read(lesson);
    if (!lesson) { window.scrollTo(0, target ? 0 : scrolled); return; }
    var fold = up(target, isFold);
    while (fold) { open(fold, true); fold = up(fold.parentNode, isFold); }
    if (!was) { if (top) { window.scrollTo(0, 0); } else { target.scrollIntoView(); } }
  }

  /* the class view */
  function of(slide) { return every(stage, ".slide").filter(function (s) { return s.getAttribute("data-of") === slide.getAttribute("data-of"); }); }
  function show(slide) {
    if (now) { set(now, "now", false); }
    now = slide; /* what does not fit is set closer, down to the least size; then Next goes down first */
    every(slide, "details").forEach(function (fold) { open(fold, false); });
    set(slide, "now", true);
    set(root, "showing", true);
    set(slide, "tight", false);
    stage.scrollTop = 0;
    set(slide, "tight", below() > 0);
    var all = of(slide), at = all.indexOf(slide);
    named("back").disabled = at === 0;
    named("next").disabled = at === all.length - 1 && below() === 0;
    named("where").textContent = (at + 1) + " / " + all.length;
    named("answer").hidden = !slide.querySelector(".answer");
    if (!up(document.activeElement, function (n) { return has(n, "keys"); })) { named("next").focus(); }
  }
  function leave() {
    if (!now) { return; }
    set(now, "now", false);
    now = null;
    set(root, "showing", false);
    set(root, "blanked", false);
  }
  function below() { return Math.max(0, stage.scrollHeight - stage.clientHeight - stage.scrollTop - 8); }
  function go(by) {
    var page = stage.clientHeight * 0.7;
    if (by > 0 && below() > 0) { stage.scrollTop += page; return; }
    if (by < 0 && stage.scrollTop > 0) { stage.scrollTop -= page; return; }
    var all = of(now), to = all[all.indexOf(now) + by];
    if (to) { location.replace("#" + to.id); }
  }
  function close() { location.replace("#" + now.getAttribute("data-step")); }
  function answer() {
    every(now, ".answer").forEach(function (fold) {
      open(fold, !isOpen(fold));
      if (isOpen(fold)) { fold.scrollIntoView(); }
    });
  }
  function blank() { set(root, "blanked", !has(root, "blanked")); }
  function full() {
    var ask = root.requestFullscreen || root.webkitRequestFullscreen || root.mozRequestFullScreen || root.msRequestFullscreen;
    var end = document.exitFullscreen || document.webkitExitFullscreen || document.mozCancelFullScreen || document.msExitFullscreen;
    var is = document.fullscreenElement || document.webkitFullscreenElement || document.mozFullScreenElement || document.msFullscreenElement;
    if (is) { end.call(document); } else if (ask) { ask.call(root); }
  }
  /* the class sees no controls: they go when nobody points, and come back at a touch */
  function awake() {
    set(root, "still", false);
    clearTimeout(rest);
    rest = setTimeout(function () { set(root, "still", true); }, 3000);
  }
  function key(e) {
    if (e.keyCode === 9) { awake(); }
    if (!now || e.ctrlKey || e.altKey || e.metaKey) { return; }
    var does = { 39: 1, 34: 1, 37: -1, 33: -1, 65: answer, 66: blank, 190: blank, 70: full }[e.keyCode];
    if (does === undefined) { return; }
    if (typeof does === "number") { go(does); } else { does(); }
    e.preventDefault();
  }

  /* search: all words of the question, anywhere in a lesson, with or without accents */
  function bare(text) {
    text = text.replace(/\u200b/g, "").toLowerCase();
    return text.normalize ? text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/\u0111/g, "d") : text;
  }
  function find() {
    var words = bare(field.value).split(/\s+/).filter(Boolean), found = 0;
    every(document, ".index li").forEach(function (line) {
      if (!line.said) {
        line.said = bare(line.textContent + " " + document.querySelector('.lesson[data-of="' + line.getAttribute("data-of") + '"]').textContent);
      }
      line.hidden = !words.every(function (word) { return line.said.indexOf(word) >= 0; });
      found += line.hidden ? 0 : 1;
    });
    none.hidden = found > 0;
  }

  /* the marks of word ends are for lines, not for what is pasted elsewhere */
  function copied(e) {
    var text = window.getSelection ? String(window.getSelection()) : "";
    if (text.indexOf("\u200b") >= 0 && e.clipboardData) {
      e.clipboardData.setData("text/plain", text.replace(/\u200b/g, ""));
      e.preventDefault();
    }
  }

  function printing(on) {
    every(document, ".lesson.on details").forEach(function (fold) {
      if (has(fold, "answer")) { return; }
      if (on) { fold.was = isOpen(fold); open(fold, true); } else { open(fold, fold.was); }
    });
  }

  every(document, ".slides").forEach(function (slides) { stage.insertBefore(slides, stage.firstChild); });
  foldAll();
  field.parentNode.hidden = false;
  field.addEventListener("input", find);
  every(document, ".index a").forEach(function (link) {
    link.addEventListener("click", function () { scrolled = window.pageYOffset || 0; });
  });
  [["close", close], ["answer", answer], ["blank", blank], ["full", full], ["back", function () { go(-1); }], ["next", function () { go(1); }]].forEach(function (pair) {
    named(pair[0]).addEventListener("click", pair[1]);
  });
  named("full").hidden = !(root.requestFullscreen || root.webkitRequestFullscreen || root.mozRequestFullScreen || root.msRequestFullscreen);
  every(stage, ".ways a").forEach(function (way) {
    way.addEventListener("click", function (e) { e.preventDefault(); location.replace(way.getAttribute("href")); });
  });
  ["mousemove", "mousedown", "touchstart"].forEach(function (name) { document.addEventListener(name, awake); });
  document.addEventListener("keydown", key);
  document.addEventListener("copy", copied);
  window.addEventListener("hashchange", route);
  window.addEventListener("beforeprint", function () { printing(true); });
  window.addEventListener("afterprint", function () { printing(false); });
  set(root, "js", true);
  route();
  window.addEventListener("load", function () { setTimeout(route, 0); }); /* the browser has scrolled to the hash by then */
}());
