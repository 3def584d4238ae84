using Proof.Parameters;
using Proof.Tasks;

namespace SageMakerIam.Tests.Proof.Tasks;

public sealed class TaskListTests
{
    private const string Begin = "<!-- list of tasks: written by ./test with README=write -->\n\n";
    private const string End = "\n<!-- end of the list of tasks -->";

    private static readonly string ListFile = Path.Combine(RepositoryFolder.Path, "proof/Tasks/README.md");

    [Fact]
    public async Task TheList_IsWhatTheTasksSay()
    {
        var text = await File.ReadAllTextAsync(ListFile);
        var (begin, end) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        var lines = TaskLibrary.Tasks.Values.OrderBy(task => task.Name, StringComparer.Ordinal).Select(Line);
        var list = $"""
            | task | its other parameters | what it means |
            | --- | --- | --- |
            {string.Concat(lines)}
            What may follow *do the same with another*: {string.Join(", ", Exchanges.ByWord.Keys.Select(word => $"`{word}`"))}.

            """;
        if (Environment.GetEnvironmentVariable("README") == "write")
        {
            await File.WriteAllTextAsync(ListFile, text[..begin] + list + text[end..]);
            return;
        }

        text[begin..end].Should().Be(list, "it is written by `README=write ./test`");
    }

    private static string Line(TaskDefinition task)
    {
        var others = task.Parameters.Skip(1)
            .Select(parameter => $"`{parameter.Key}`{(parameter.Value.Optional ? " (may be left out)" : "")}");
        return $"| [`{task.Name}`]({task.Source}) | {string.Join(", ", others)} | {task.About} |\n";
    }
}
