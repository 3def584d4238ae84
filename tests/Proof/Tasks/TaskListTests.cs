using Rehearsal.Proof.Tasks;

namespace SageMakerIam.Tests.Proof.Tasks;

public sealed class TaskListTests
{
    private const string Heading = "| task | its other parameters | what it means |";

    [Fact]
    public async Task TheList_IsWhatTheTasksSay()
    {
        var file = Path.Combine(RepositoryFolder.Path, "rehearsal/Proof/Tasks/README.md");
        var text = await File.ReadAllTextAsync(file);
        var start = text.IndexOf(Heading, StringComparison.Ordinal);
        var expected = $"{Heading}\n| --- | --- | --- |\n{string.Join('\n', TaskLibrary.Tasks.Values.OrderBy(task => task.Name, StringComparer.Ordinal).Select(Line))}\n";
        text[start..(text.IndexOf("\n\n", start, StringComparison.Ordinal) + 1)].Should().Be(expected, $"{file} lists the tasks");
    }

    [Fact]
    public async Task TheList_NamesEveryWordThatMayFollowAnother()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "rehearsal/Proof/Tasks/README.md"));
        text.Should().ContainAll(Strangers.Words.Select(word => $"`{word}`"));
    }

    private static string Line(TaskDefinition task)
    {
        var others = task.Parameters.Skip(1).Select(parameter => $"`{parameter.Key}`{(parameter.Value.Optional ? " (may be left out)" : "")}");
        return $"| [`{task.Name}`]({task.Source}) | {string.Join(", ", others)} | {task.About} |";
    }
}
