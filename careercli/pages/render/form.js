"use strict";
(function () {
  var form = document.getElementById("opinion");
  var status = document.getElementById("status");
  var counter = document.getElementById("count");
  var questions = form.querySelectorAll("fieldset");
  var saved = true;

  function two(number) {
    return (number < 10 ? "0" : "") + number;
  }

  function today() {
    var now = new Date();
    return now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  }

  function answers() {
    var levels = {};
    var unseen = [];
    questions.forEach(function (question) {
      var marked = question.querySelector("input:checked");
      if (marked && marked.value === "unseen") {
        unseen.push(question.dataset.skill);
      } else if (marked) {
        levels[question.dataset.skill] = Number(marked.value);
      }
    });
    return { levels: levels, unseen: unseen };
  }

  function answered(found) {
    return Object.keys(found.levels).length + found.unseen.length;
  }

  function count() {
    counter.textContent = answered(answers()) + " of " + questions.length + " answered";
  }

  form.addEventListener("change", function () {
    saved = false;
    status.textContent = "";
    count();
  });

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var found = answers();
    if (answered(found) === 0) {
      status.textContent = "Nothing is answered yet. Answer at least one question first.";
      return;
    }
    var file = {
      schema: form.dataset.schema,
      form: form.dataset.form,
      about: form.dataset.about,
      giver: form.dataset.giver,
      date: today(),
      levels: found.levels,
      unseen: found.unseen,
      text: form.elements.text.value.trim()
    };
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2) + "\n"], { type: "application/json" }));
    link.download = form.dataset.file;
    document.body.appendChild(link);
    link.click();
    link.remove();
    saved = true;
    var left = questions.length - answered(found);
    status.textContent =
      "Saved as " + form.dataset.file + ", where your browser keeps downloads. Send that file back." +
      (left ? " " + left + (left === 1 ? " question is" : " questions are") + " open; that is fine." : "");
  });

  document.getElementById("print").addEventListener("click", function () {
    window.print();
  });

  window.addEventListener("beforeunload", function (event) {
    if (!saved) {
      event.preventDefault();
      event.returnValue = "";
    }
  });

  count();
})();
