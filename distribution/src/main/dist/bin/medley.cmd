@echo off
rem Run one command of Medley. See "medley help".
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Dfile.encoding=UTF-8 "-Dmedley.home=%home%" ^
    "-Dlogback.configurationFile=%home%\conf\logback.xml" %MEDLEY_JAVA_OPTS% -cp "%home%\lib\*" ^
    health.medley.launcher.Main %*
exit /b %ERRORLEVEL%
