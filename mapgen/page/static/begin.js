"use strict";
(()=>{var t=document.documentElement;function n(){if(t.hasAttribute("data-begun"))return;t.setAttribute("data-mapgen","failed");let e=document.getElementById("failure");e&&(e.hidden=!1)}t.removeAttribute("data-begun");t.setAttribute("data-mapgen","loading");document.addEventListener("DOMContentLoaded",n);})();
