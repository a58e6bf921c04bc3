"""Pages that are gone: said outright, or hidden behind a page that answers 200."""

from tests.pipeline.links.behaviours import HOME, OTHER, REST, go, ok, page, row, status

for line in ("404 Not Found", "410 Gone"):
    row(f"{line}, plain", "gone", status(line))
    row(f"{line}, with a long page of links", "gone", status(line, page("Oops", OTHER, OTHER, REST, REST)))
    row(f"{line}, with a login form", "gone", status(line, page(line, "<form><input type=password></form>")))
    row(f"{line}, twice after a busy answer", "gone", [status("503 Busy", "", "Retry-After: 0"), status(line)])
row("404 with an empty body", "gone", ("404 Not Found", (), ""))
row("404 after a redirect", "gone", go("301 Moved", "/new"), others={"/new": status("404 Not Found")})
row(
    "404 after two redirects",
    "gone",
    go("302 Found", "/x"),
    others={"/x": go("302 Found", "/404"), "/404": status("404 Not Found")},
)
row("404 everywhere, the front page too", "gone", status("404 Not Found"), front=status("404 Not Found"))
row(
    "404 with a word about subscribers",
    "gone",
    status("404 Not Found", page("Not found", "Already a subscriber? Subscribe now to read our news.")),
)
row("an error, then 404 twice", "gone", [status("500 Error"), status("404 Not Found")])
row("404 in plain text", "gone", ("404 Not Found", ("Content-Type: text/plain",), "no"))
row("404 with a domain offer", "gone", status("404 Not Found", page("Not found", "Related searches")))

SAID = {
    "English": (
        "Page not found",
        "Sorry, the page you are looking for does not exist. It may have been moved or deleted.",
    ),
    "English, removed": ("Article removed", "This article is no longer available on this site."),
    "English, in a heading": ("River Courier", "We can't find the page you asked for. Try a search."),
    "French": ("Page introuvable", "Désolé, la page que vous recherchez n'existe pas ou a été déplacée."),
    "French, polite": ("Le Courrier", "Oups ! Le contenu demandé n'est plus disponible. Cette page n’existe plus."),
    "German": ("Seite nicht gefunden", "Die gesuchte Seite existiert nicht oder wurde verschoben."),
    "German, removed": ("Hinweis", "Dieser Artikel ist nicht mehr verfügbar."),
    "Spanish": ("Página no encontrada", "Lo sentimos, la página que busca no existe o ha sido eliminada."),
    "Portuguese": ("Página não encontrada", "A página que você procura não existe ou foi removida."),
    "Italian": ("Pagina non trovata", "La pagina richiesta non esiste."),
    "Dutch": ("Pagina niet gevonden", "De pagina die u zoekt bestaat niet meer."),
    "Polish": ("Nie znaleziono strony", "Strona, której szukasz, nie istnieje."),
    "Russian": ("Страница не найдена", "Запрашиваемая страница не существует или была удалена."),
    "Ukrainian": ("Сторінку не знайдено", "Такої сторінки не існує."),
    "Belarusian": ("Старонка не знойдзена", "Магчыма, яна была выдалена."),
    "Romanian": ("Pagina nu a fost găsită", "Pagina căutată nu există."),
    "Czech": ("Stránka nenalezena", "Požadovaná stránka neexistuje."),
    "Hungarian": ("Az oldal nem található", "A keresett oldal nem létezik."),
    "Serbian": ("Stranica nije pronađena", "Tražena stranica ne postoji."),
    "Greek": ("Η σελίδα δεν βρέθηκε", "Η σελίδα που ζητήσατε δεν υπάρχει."),
    "Turkish": ("Sayfa bulunamadı", "Aradığınız sayfa mevcut değil."),
    "Arabic": ("الصفحة غير موجودة", "عذرا، لم يتم العثور على الصفحة المطلوبة."),
    "Hebrew": ("הדף לא נמצא", "העמוד שחיפשת אינו קיים."),
    "Chinese": ("页面不存在", "抱歉，您访问的页面不存在或已被删除。"),
    "Japanese": ("ページが見つかりません", "お探しのページは削除されたか、移動した可能性があります。"),
    "Korean": ("페이지를 찾을 수 없습니다", "요청하신 페이지가 존재하지 않습니다."),
    "Vietnamese": ("Không tìm thấy trang", "Trang bạn yêu cầu không tồn tại."),
    "Swedish": ("Sidan kunde inte hittas", "Sidan finns inte längre."),
    "Latvian": ("Lapa nav atrasta", "Lūdzu, pārbaudiet adresi."),
}
for language, (title, text) in SAID.items():
    row(
        f"says in {language} that there is none, at every address",
        "soft_404",
        ok(page(title, text)),
        made_up=ok(page(title, text)),
    )
for language in (
    "English",
    "English, removed",
    "French",
    "German, removed",
    "Spanish",
    "Russian",
    "Polish",
    "Chinese",
    "Arabic",
    "Turkish",
):
    title, text = SAID[language]
    row(f"says in {language} that there is none, at this address only", "soft_404", ok(page(title, text)))
NOWHERE = "Ez a cím itt ismeretlen, kérjük, keressen tovább a mi gyűjteményünkben. " * 3
row(
    "the same words without any known sign, at every address",
    "soft_404",
    ok(page("Valami", NOWHERE)),
    made_up=ok(page("Valami", NOWHERE)),
)
row(
    "the same words with the address in them",
    "soft_404",
    ok(page("Hm", f"/news/2005/women-sold.html {NOWHERE} {OTHER}")),
    made_up=ok(page("Hm", f"/news/2005/x-y.html {NOWHERE} {OTHER}")),
)
row("the front page at every address", "soft_404", ok(HOME), made_up=ok(HOME))
row(
    "the front page at every address, with the hour in it",
    "soft_404",
    ok(HOME.replace("Weather", "Weather at 10:42:07")),
    made_up=ok(HOME.replace("Weather", "Weather at 10:42:09")),
)
row(
    "a search page at every address",
    "soft_404",
    ok(page("Search", "Results for women sold", OTHER, REST)),
    made_up=ok(page("Search", "Results for x y", OTHER, REST)),
)
row(
    "an error page with much beside it",
    "soft_404",
    ok(page("Page not found", "The page you requested could not be found.", OTHER, OTHER, REST)),
    made_up=ok(page("Page not found", "The page you requested could not be found.", OTHER, OTHER, REST)),
)
row(
    "an error page with news that differ each time",
    "soft_404",
    ok(page("404 - Page not found", "Most read: " + OTHER)),
    made_up=ok(page("404 - Page not found", "Most read: " + REST)),
)
row("a redirect to the front page", "soft_404", go("302 Found", "/"), made_up=go("302 Found", "/"))
row("a redirect to the front page for this address only", "soft_404", go("301 Moved", "/"))
row(
    "a redirect to the front page in one language",
    "soft_404",
    go("302 Found", "/en/"),
    others={"/en/": ok(HOME)},
    made_up=go("302 Found", "/en/"),
)
row(
    "a redirect to index.html",
    "soft_404",
    go("302 Found", "/index.html"),
    others={"/index.html": ok(HOME)},
    made_up=go("302 Found", "/index.html"),
)
row(
    "a redirect to an error page",
    "soft_404",
    go("302 Found", "/404.html"),
    others={"/404.html": ok(page("Sorry", OTHER))},
    made_up=go("302 Found", "/404.html"),
)
row(
    "a redirect to an error page with the address",
    "soft_404",
    go("302 Found", "/error?from=/news"),
    others={"/error?from=/news": ok(page("Sorry", OTHER))},
)
row(
    "a redirect to a section, as for any address",
    "soft_404",
    go("302 Found", "/news/"),
    others={"/news/": ok(page("News", OTHER, REST))},
    made_up=go("302 Found", "/news/"),
)
row(
    "a refresh to the front page",
    "soft_404",
    ok("<html><head><meta http-equiv=refresh content='3;url=/'></head><body>The page was not found.</body></html>"),
    made_up=ok(
        "<html><head><meta http-equiv=refresh content='3;url=/'></head><body>The page was not found.</body></html>"
    ),
)
row(
    "an error page in plain text",
    "soft_404",
    ("200 OK", ("Content-Type: text/plain",), "404 Not Found"),
    made_up=("200 OK", ("Content-Type: text/plain",), "404 Not Found"),
)
row(
    "HTML where a PDF was",
    "soft_404",
    ok(page("Document not found", "The document has been removed.")),
    path="/docs/report.pdf",
    made_up=ok(page("Document not found", "The document has been removed.")),
)
row(
    "no excerpt, an error page",
    "soft_404",
    ok(page("Page not found", "Sorry")),
    excerpts=(),
    made_up=ok(page("Page not found", "Sorry")),
)
row(
    "not found in a body of 200, after an error",
    "soft_404",
    [status("500 Error"), ok(page("Page not found", "Sorry"))],
    made_up=ok(page("Page not found", "Sorry")),
)
row(
    "a WordPress theme without a post",
    "soft_404",
    ok(
        page(
            "Page not found – River Courier",
            "It looks like nothing was found at this location. Maybe try a search?",
            heading="Oops! That page can’t be found.",
        )
    ),
    made_up=ok(page("Page not found – River Courier", "It looks like nothing was found at this location.")),
)

PARKED = {
    "for sale": page("courier.example", "This domain is for sale. Make an offer on this domain today."),
    "with searches": page("courier.example", "Related searches: hotels, loans, insurance, dating. Sponsored listings."),
    "framed": "<html><head><title>courier.example</title></head><frameset><frame src='https://sedoparking.com/x'></frameset></html>",
    "by script": "<html><head><title>courier.example</title><script src='https://www.google.com/adsense/domains/caf.js'></script></head><body><div id=ads></div></body></html>",
    "expired": page("courier.example", "This domain name has expired. If you are the domain owner, renew it."),
    "in German": page("courier.example", "Diese Domain steht zum Verkauf. Jetzt Domain kaufen."),
    "in Russian": page("courier.example", "Домен продаётся. Купить домен можно здесь."),
    "in French": page("courier.example", "Ce nom de domaine est à vendre. Acheter ce domaine."),
    "in Spanish": page("courier.example", "Este dominio está en venta."),
    "with a shop's link": page(
        "courier.example", "Buy it today. <a href='https://www.hugedomains.com/domain_profile.cfm?d=x'>Offer</a>"
    ),
}
for kind, body in PARKED.items():
    row(f"a parked domain, {kind}", "soft_404", ok(body), made_up=ok(body), front=ok(body))
row(
    "a redirect to a parking page",
    "soft_404",
    go("302 Found", "/lander"),
    others={"/lander": ok(PARKED["for sale"])},
    made_up=go("302 Found", "/lander"),
    front=go("302 Found", "/lander"),
)
for language, title, text in (
    ("German", "Hoppla!", "Diese Seite gibt es nicht."),
    ("Russian", "Упс", "К сожалению, страница, которую вы ищете, перемещена или удалена."),
    ("Spanish", "Vaya", "No podemos encontrar lo que busca."),
    ("French", "Oups", "Cette page n'est plus en ligne."),
    ("Ukrainian", "На жаль", "Такої сторінки немає."),
    ("Arabic", "عذراً", "لا يمكن العثور على الصفحة."),
):
    row(
        f"says in {language}, in other words, that there is none",
        "soft_404",
        ok(page(title, text)),
        front=ok(page(title, text)),
        made_up=ok(page(title, text)),
    )
